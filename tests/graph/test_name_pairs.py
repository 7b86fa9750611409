"""New names that may be a known organisation's come up for people to judge."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from tests.graph.conftest import Dump
from tests.graph.stories import Telling

from casus.graph import Graph, answers, queries
from casus.graph.clusters import Verdict
from casus.graph.pages import PageRequest
from casus.graph.queries import names
from casus.ontology import EntityType, Predicate
from casus.records import Entity, Record

KNOWN = {"org/kataib-hezbollah", "org/hezbollah", "org/popular-mobilisation-forces"}
NEW, KATAIB, HEZBOLLAH = "org/kataeb-hizbullah", "org/kataib-hezbollah", "org/hezbollah"


def naming(id: str, *entities: tuple[str, str, str | None]) -> Record:
    """A document that names organisations."""
    told = Telling(id, "All of them met on Monday.")
    for entity, name, iso3 in entities:
        told.entities[entity] = Entity(id=entity, type=EntityType.ORGANISATION, name=name, iso3=iso3, mentions=[(0, 3)])
    return told.record


@pytest.fixture
def told(graph: Graph) -> Graph:
    """Two organisations that are known, and new names: one of the one's, its misspelling, another's initials."""
    known = (KATAIB, "Kata'ib Hezbollah", "IRQ"), (HEZBOLLAH, "Hezbollah", "LBN")
    graph.load(
        [naming("a", *known, (NEW, "Kataeb Hizbullah", None), ("org/kataeb-hizbulah", "Kataeb Hizbulah", "IRQ"))]
    )
    graph.load([naming("b", ("org/popular-mobilisation-forces", "Popular Mobilisation Forces", "IRQ"))])
    graph.load([naming("c", ("org/pmf", "PMF", None), ("org/ansar-of-the-east", "Ansar of the East", "IRQ"))])
    return graph


def pairs(graph: Graph) -> Iterator[answers.NamePair]:
    return graph.each(partial(queries.name_pairs, KNOWN))


def found(graph: Graph) -> list[tuple[str, str]]:
    return [(pair.one.id, pair.other.id) for pair in pairs(graph)]


def test_a_new_name_comes_up_with_what_it_is_most_like(told: Graph) -> None:
    assert found(told) == [
        ("org/kataeb-hizbulah", KATAIB),
        (NEW, KATAIB),
        ("org/pmf", "org/popular-mobilisation-forces"),
    ]


def test_a_pair_says_how_likely_it_is_and_why(told: Graph) -> None:
    first = next(iter(pairs(told)))
    assert 0.8 < first.score <= 1
    assert first.reasons == ["Kataeb Hizbulah is spelt much as Kata'ib Hezbollah", "both are of IRQ"]


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_after_a_judgement_the_next_likest_comes_up_until_it_is_undone(
    told: Graph, dump: Callable[[], Dump], verdict: Verdict
) -> None:
    before, shown = dump(), found(told)
    judgement = told.judge_names(NEW, KATAIB, verdict, by="ana")
    assert (judgement.score, (NEW, KATAIB) in found(told)) == (0.9, False)
    told.undo(judgement.id)
    assert (dump(), found(told)) == (before, shown)


def test_a_name_that_was_merged_comes_up_no_more_until_it_is_undone(told: Graph, dump: Callable[[], Dump]) -> None:
    before, shown = dump(), found(told)
    judgement = told.judge_names(NEW, KATAIB, Verdict.SAME, by="ana")
    assert not [pair for pair in found(told) if NEW in pair]
    told.undo(judgement.id)
    assert (dump(), found(told)) == (before, shown)


@pytest.mark.parametrize("predicate", [Predicate.DISTINCT_FROM, Predicate.PART_OF])
def test_what_a_text_tells_apart_does_not_come_up(told: Graph, predicate: Predicate) -> None:
    saying = Telling("d", "They are not the same, Baghdad says.")
    saying.entities |= {one.id: one for one in naming("x", (NEW, "Kataeb Hizbullah", None)).entities}
    told.load([saying.says(NEW, predicate, KATAIB).record])
    assert (NEW, KATAIB) not in found(told)


def test_two_that_are_known_are_two(told: Graph) -> None:
    everything = {id for pair in found(told) for id in pair}
    assert list(told.each(partial(queries.name_pairs, everything))) == []


def test_pages_go_on_where_enough_was_looked_at(told: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = found(told)
    monkeypatch.setattr(names, "LOOKED_AT", 2)
    first = told.ask(queries.name_pairs(KNOWN, PageRequest(1)))
    assert (len(first.items), bool(first.next), found(told)) == (0, True, at_once)
