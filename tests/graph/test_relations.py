"""Plain relationships follow from the claims accepted for them, and from nothing else."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from neo4j import ManagedTransaction
from tests.graph.conftest import Dump
from tests.graph.stories import Telling, ambush, denial, strikes, strikes_again

from casus.graph import Graph, load, queries
from casus.graph.answers import Relation
from casus.graph.statements import run
from casus.ontology import Polarity, Predicate
from casus.records import Record
from casus.settings import Settings

GROUP = "org/kataib-hezbollah"


def relations(graph: Graph, predicate: Predicate) -> list[Relation]:
    return [one for one in graph.each(queries.relations) if one.predicate is predicate]


def backing(graph: Graph) -> Relation | None:
    found = [one for one in relations(graph, Predicate.BACKED_BY) if one.object.id == "state/IRN"]
    return next((one for one in found if one.subject.id == GROUP), None)


def test_a_relationship_carries_what_its_documents_say_together(graph: Graph) -> None:
    graph.load([strikes(), strikes_again()])
    found = backing(graph)
    assert found
    assert (found.confidence, found.documents, found.claims, found.denials) == (0.92, 2, 2, 0)
    assert (found.first_reported, found.last_reported) == (date(2019, 12, 30), date(2019, 12, 31))
    assert (found.valid_from, found.valid_to) == (date(2019, 12, 30), None)
    assert found.evidence == ["wire/strikes/c9", "courier/vow/c8"]


def test_one_document_that_says_it_twice_counts_once(graph: Graph) -> None:
    told = Telling("a", "Iran arms Hezbollah.").says("org/hezbollah", Predicate.BACKED_BY, "state/IRN", sure=0.7)
    graph.load([told.says("org/hezbollah", Predicate.BACKED_BY, "state/IRN", sure=0.6).record])
    [found] = relations(graph, Predicate.BACKED_BY)
    assert (found.confidence, found.documents, found.claims) == (0.7, 1, 2)


def test_a_denial_alone_makes_no_relationship_but_can_be_asked_for(graph: Graph) -> None:
    graph.load([denial()])
    assert backing(graph) is None
    [claim] = graph.ask(queries.claims(subject=GROUP, predicate=Predicate.BACKED_BY)).items
    assert (claim.polarity, claim.attributed_to and claim.attributed_to.id) == (Polarity.DENIED, "state/IRN")


def test_a_weaker_denial_takes_from_the_confidence(graph: Graph) -> None:
    graph.load([strikes(), denial(sure=0.5)])
    found = backing(graph)
    assert found
    assert (found.confidence, found.denials) == (0.4, 1)


def test_a_relationship_goes_when_it_is_outweighed_and_comes_back_when_it_is_not(graph: Graph) -> None:
    graph.load([strikes()])
    graph.load([denial(sure=0.95)])
    outweighed = backing(graph)
    graph.retract("herald/denial")
    assert outweighed is None
    assert backing(graph) is not None


@pytest.mark.parametrize("seed", range(4))
def test_a_relationship_that_grew_report_by_report_is_what_all_reports_make(
    graph: Graph, dump: Callable[[], Dump], seed: int
) -> None:
    stories = repeated(40, Random(seed))
    graph.load(stories)
    at_once = dump()
    for story in stories:
        graph.retract(story.document.id)
    for story in stories:
        graph.load([story])
    assert dump() == at_once


def repeated(number: int, chance: Random) -> list[Record]:
    """Tell so often that Iran backs a group: most say so after the one before, and hardly any denies it or ends it."""
    days = sorted(chance.sample(range(400), number))
    told = []
    for n, day in enumerate(days):
        published = date(2020, 1, 1) + timedelta(chance.choice((day, day, day, day // 2)))
        story = Telling(f"wire/{n}", "Iran arms Hezbollah.", published.isoformat() if chance.random() < 0.9 else None)
        denied, valid = chance.random() < 0.02, "/2020-12-31" if chance.random() < 0.05 else "/"
        for _ in range(chance.choice((1, 1, 2))):
            sure = chance.choice((0.3, 0.6, 0.9, 0.95))
            story.says("org/hezbollah", Predicate.BACKED_BY, "state/IRN", sure=sure, denied=denied, valid=valid)
        told.append(story.record)
    return told


def test_what_is_as_sure_as_can_be_is_not_read_again_for_one_more_report(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [Telling(f"wire/{n}", "Iran arms Hezbollah.", f"2020-01-{n:02d}") for n in range(1, 21)]
    stories = [one.says("org/hezbollah", Predicate.BACKED_BY, "state/IRN", sure=0.9).record for one in told]
    graph.load(stories[:19])
    sent: dict[str, int] = {}

    def counted(tx: ManagedTransaction, name: str, **parameters: Any) -> list[dict[str, Any]]:
        sent[name] = len(parameters.get("rows", []))
        return run(tx, name, **parameters)

    monkeypatch.setattr(load, "run", counted)
    graph.load(stories[19:])
    assert (sent["load/sure"], sent["load/said"]) == (1, 0)
    [found] = relations(graph, Predicate.BACKED_BY)
    assert (found.confidence, found.documents, found.last_reported) == (1.0, 20, date(2020, 1, 20))


def test_a_claim_that_is_not_sure_enough_makes_no_relationship(graph: Graph, graph_settings: Settings) -> None:
    strict = Graph(graph.driver, graph_settings.model_copy(update={"least_confidence": 0.7}))
    strict.load([strikes_again()])
    assert backing(graph) is None


def test_an_incidents_relationship_holds_on_the_incidents_days(graph: Graph) -> None:
    graph.load([ambush()])
    [target] = relations(graph, Predicate.TARGET)
    assert (target.valid_from, target.valid_to) == (date(2020, 1, 3), date(2020, 1, 3))


def test_reports_of_one_incident_support_one_relationship(graph: Graph) -> None:
    graph.load([strikes(), strikes_again()])
    by = [one for one in relations(graph, Predicate.PERPETRATOR) if one.object.id == "state/USA"]
    assert [(one.documents, one.confidence) for one in by] == [(2, 0.98)]


def test_what_is_distinct_is_so_both_ways_in_one_relationship(graph: Graph) -> None:
    one = Telling("a", "They differ.").says(GROUP, Predicate.DISTINCT_FROM, "org/hezbollah").record
    other = Telling("b", "They differ.").says("org/hezbollah", Predicate.DISTINCT_FROM, GROUP).record
    graph.load([one, other])
    [found] = relations(graph, Predicate.DISTINCT_FROM)
    assert (found.subject.id, found.object.id, found.documents) == ("org/hezbollah", GROUP, 2)


@pytest.mark.parametrize("predicate", [Predicate.BACKED_BY, Predicate.PART_OF, Predicate.LOCATED_IN])
def test_nothing_is_related_to_itself(graph: Graph, predicate: Predicate) -> None:
    graph.load([Telling("a", "Iran is Iran.").says("state/IRN", predicate, "state/IRN").record])
    assert relations(graph, predicate) == []
