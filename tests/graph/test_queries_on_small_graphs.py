"""What can be asked of graphs of one small story each."""

from tests.graph.stories import Telling, denial, strikes

from casus.graph import Graph, queries
from casus.ontology import Polarity, Predicate, Status

GROUP = "org/kataib-hezbollah"


def incident(graph: Graph, name: str) -> str:
    return next(one.id for one in graph.each(queries.incidents_by_id) if one.name == name)


def test_what_lies_in_a_place_by_a_claim_counts_as_in_it(graph: Graph) -> None:
    story = Telling("a", "Shots in Baghdad.").tells("1", "Shots", "2020-01-01")
    story.says("1", Predicate.LOCATED_IN, "place/kirkuk").says("place/kirkuk", Predicate.LOCATED_IN, "place/baghdad")
    graph.load([story.record])
    assert [one.name for one in graph.ask(queries.incidents(parties=queries.Parties(place="place/baghdad"))).items] == [
        "Shots"
    ]


def test_an_incident_without_a_date_comes_last(graph: Graph) -> None:
    graph.load([Telling("a", "Shots. Blasts.").tells("1", "Shots").tells("2", "Blasts", "1990-01-01").record])
    assert [one.name for one in graph.ask(queries.incidents()).items] == ["Blasts", "Shots"]


def test_incidents_that_answer_each_other_are_listed_once(graph: Graph) -> None:
    story = Telling("a", "Shots, then blasts.").tells("1", "Shots", "2020-01-01").tells("2", "blasts", "2020-01-02")
    story.says("1", Predicate.RETALIATES_FOR, "2").says("2", Predicate.RETALIATES_FOR, "1")
    graph.load([story.record])
    found = graph.ask(queries.retaliation(incident(graph, "Shots")))
    assert [one.incident.name for one in found.answers] == ["blasts"]
    assert [one.incident.name for one in found.answered_by] == ["blasts"]


def test_a_backer_behind_a_backer_is_found_at_its_depth(graph: Graph) -> None:
    story = Telling("a", "Iran runs the Quds Force, which runs Hezbollah.")
    story.says("org/hezbollah", Predicate.BACKED_BY, "org/quds-force", sure=0.8)
    story.says("org/quds-force", Predicate.BACKED_BY, "state/IRN", sure=0.9)
    graph.load([story.record])
    found = graph.ask(queries.backers("org/hezbollah", depth=2)).found
    assert [(one.actor.id, one.depth, one.confidence) for one in found] == [
        ("org/quds-force", 1, 0.8),
        ("state/IRN", 2, 0.72),
    ]
    assert [hop.source.id for hop in found[1].hops] == ["org/hezbollah", "org/quds-force"]
    assert len(graph.ask(queries.backers("org/hezbollah", depth=1)).found) == 1


def test_an_incident_between_the_two_states_themselves_is_no_proxy_path(graph: Graph) -> None:
    story = Telling("a", "Iran hit America.").tells("1", "hit", "2020-01-08")
    story.says("1", Predicate.PERPETRATOR, "state/IRN").says("1", Predicate.TARGET, "state/USA")
    graph.load([story.record])
    assert graph.ask(queries.proxy_paths("IRN", "USA")).paths == []


def test_what_was_only_threatened_makes_no_path(graph: Graph) -> None:
    story = Telling("a", "Hezbollah threatens America.").tells("1", "threatens", status=Status.THREATENED)
    story.says("1", Predicate.PERPETRATOR, "org/hezbollah").says("1", Predicate.TARGET, "state/USA")
    graph.load([story.says("org/hezbollah", Predicate.BACKED_BY, "state/IRN").record])
    assert graph.ask(queries.proxy_paths("IRN", "USA")).paths == []


def test_a_denied_backing_makes_no_path(graph: Graph) -> None:
    story = Telling("a", "Hezbollah hit America.").tells("1", "hit", "2020-01-08")
    story.says("1", Predicate.PERPETRATOR, "org/hezbollah").says("1", Predicate.TARGET, "state/USA")
    graph.load([story.says("org/hezbollah", Predicate.BACKED_BY, "state/IRN", denied=True).record])
    assert graph.ask(queries.proxy_paths("IRN", "USA")).paths == []


def test_an_empty_graph_has_answers_too(graph: Graph) -> None:
    assert graph.ask(queries.incidents()).items == []
    assert graph.ask(queries.search("Iran")).items == []
    assert graph.ask(queries.counts()).relations == {}


def test_two_tellings_that_contradict_each_other_are_both_shown(graph: Graph) -> None:
    graph.load([strikes(), denial()])
    found = graph.ask(queries.claims(subject=GROUP, predicate=Predicate.BACKED_BY)).items
    assert {one.polarity for one in found} == {Polarity.ASSERTED, Polarity.DENIED}
