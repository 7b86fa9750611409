"""Documents are loaded whole, once, and can be taken out again."""

import itertools
from collections.abc import Callable

import pytest
from tests.graph.conftest import Dump, rows
from tests.graph.stories import Telling, ambush, denial, strikes, strikes_again

from casus.errors import BadRecord, NotFound
from casus.graph import Graph, queries
from casus.ontology import Predicate
from casus.records import Record
from casus.settings import Settings

Dumped = Callable[[], Dump]


def test_a_load_says_what_it_did(graph: Graph) -> None:
    first = graph.load([strikes(), ambush()])
    second = graph.load([strikes(), ambush(), denial()])
    assert (first.new, first.replaced, first.unchanged, first.entities, first.reports, first.claims) == (
        2,
        0,
        0,
        10,
        3,
        18,
    )
    assert (second.new, second.replaced, second.unchanged, second.documents) == (1, 0, 2, 3)


def test_loading_again_changes_nothing(graph: Graph, dump: Dumped) -> None:
    graph.load([strikes(), strikes_again()])
    before = dump()
    graph.load([strikes(), strikes_again()])
    assert dump() == before


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_loading_makes_no_difference(graph: Graph, dump: Dumped, order: tuple[int, ...]) -> None:
    stories = [strikes(), strikes_again(), ambush()]
    graph.load(stories)
    together = dump()
    for story in stories:
        graph.retract(story.document.id)
    for number in order:
        graph.load([stories[number]])
    assert dump() == together


def test_a_document_loaded_again_replaces_what_it_said(graph: Graph, dump: Dumped) -> None:
    changed = Telling("wire/strikes", "Iran denies it.").names("state/IRN").record
    graph.load([changed])
    alone = dump()
    graph.load([strikes()])
    assert graph.load([changed]).replaced == 1
    assert dump() == alone


def test_a_retracted_document_takes_with_it_what_only_it_supported(graph: Graph, dump: Dumped) -> None:
    graph.load([strikes()])
    alone = dump()
    graph.load([strikes_again(), ambush(), denial()])
    for document in ("courier/vow", "gazette/ambush", "herald/denial"):
        graph.retract(document)
    assert dump() == alone


def test_a_retracted_document_takes_its_edges_with_it(graph: Graph) -> None:
    graph.load([strikes(), strikes_again()])
    graph.retract("courier/vow")
    [backer] = graph.ask(queries.backers("org/kataib-hezbollah")).found
    assert (backer.confidence, backer.hops[0].documents) == (0.8, 1)


def test_nothing_is_left_when_every_document_is_retracted(graph: Graph, dump: Dumped) -> None:
    graph.load([strikes(), strikes_again(), ambush()])
    for document in ("wire/strikes", "courier/vow", "gazette/ambush"):
        graph.retract(document)
    assert dump() == ([], [])


def test_an_unknown_document_cannot_be_retracted(graph: Graph) -> None:
    with pytest.raises(NotFound, match="no document has the id 'nowhere'"):
        graph.retract("nowhere")


def test_of_two_records_of_one_document_the_last_counts(graph: Graph, dump: Dumped) -> None:
    other = Telling("wire/strikes", "Nothing new.").record
    graph.load([strikes()])
    alone = dump()
    graph.load([other, strikes()])
    assert dump() == alone


def test_the_size_of_a_batch_makes_no_difference(graph: Graph, dump: Dumped, graph_settings: Settings) -> None:
    doubt = Telling(
        "times/doubt", "Jets killed 25 men of Kata'ib Hezbollah on Sunday. The United States deny it was theirs."
    )
    doubt.tells("e1", "killed", "2019-12-29", mode="aerial", killed=25).says("e1", Predicate.LOCATED_IN, "state/IRQ")
    doubt.says("e1", Predicate.PERPETRATOR, "state/USA", denied=True, by="state/USA", words="deny")
    doubt.says("e1", Predicate.TARGET, "org/kataib-hezbollah", sure=0.3)
    stories = [strikes(), strikes_again(), ambush(), denial(), doubt.record]
    graph.load(stories)
    together = dump()
    for story in stories:
        graph.retract(story.document.id)
    Graph(graph.driver, graph_settings.model_copy(update={"load_batch": 1})).load(stories)
    assert dump() == together


def test_a_batch_that_fails_leaves_nothing_of_itself(graph: Graph, dump: Dumped) -> None:
    clashing = Telling("a", "Shots fell.").tells("1", "Shots").tells("a/1", "fell").record
    with pytest.raises(BadRecord, match="a/1"):
        graph.load([strikes(), clashing])
    assert dump() == ([], [])


def test_ids_with_slashes_do_not_clash_with_those_of_other_documents(graph: Graph) -> None:
    graph.load([Telling("a", "Shots fell.").tells("b/1", "Shots").record])
    graph.load([Telling("a/b", "Shots fell.").tells("1", "Shots").record])
    assert [report.id for report in graph.each(queries.reports)] == ["a/b%2F1", "a/b/1"]


def test_ids_that_two_documents_share_are_told_apart(graph: Graph) -> None:
    def record(id: str) -> Record:
        return Telling(id, "Iran arms Hezbollah.").says("org/hezbollah", Predicate.BACKED_BY, "state/IRN").record

    graph.load([record("one"), record("two")])
    assert [claim.id for claim in graph.ask(queries.claims()).items] == ["one/c1", "two/c1"]


def test_a_quoted_sentence_is_kept_once_and_to_the_letter(graph: Graph) -> None:
    graph.load([strikes_again()])
    found = rows(graph, "MATCH (p:Passage) RETURN p.sentence AS sentence, p.start AS start, p.end AS end")
    text = (
        "Kata'ib Hezbollah, which Iran supports, vowed revenge on Monday for the air raids that killed 25 of its men."
    )
    assert [row for row in found if row["start"] == 0] == [{"sentence": text, "start": 0, "end": len(text)}]


def test_the_text_itself_is_not_kept(graph: Graph) -> None:
    graph.load([strikes()])
    [document] = rows(graph, "MATCH (d:Document) RETURN properties(d) AS properties")
    assert set(document["properties"]) == {"id", "kind", "title", "source", "published", "digest"}


def test_an_entity_has_the_labels_of_its_class_and_those_above(graph: Graph) -> None:
    graph.load([strikes()])
    found = rows(graph, "MATCH (e:Actor|Place) RETURN e.id AS id, labels(e) AS labels")
    labels = {row["id"]: set(row["labels"]) for row in found}
    assert labels["state/IRN"] == {"Entity", "Actor", "Place", "State"}
    assert labels["org/kataib-hezbollah"] == {"Entity", "Actor", "Organisation", "ArmedGroup"}
    assert labels["place/kirkuk"] == {"Entity", "Place"}
