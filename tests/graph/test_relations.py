"""Plain relationships follow from the claims accepted for them, and from nothing else."""

from datetime import date

import pytest
from tests.graph.stories import Telling, ambush, denial, strikes, strikes_again

from casus.graph import Graph, queries
from casus.graph.answers import Relation
from casus.ontology import Polarity, Predicate
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
