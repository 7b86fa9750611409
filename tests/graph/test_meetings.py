"""Proxy paths are found at the meetings of two actors, however often they met."""

from collections.abc import Callable
from datetime import date
from itertools import product
from random import Random
from typing import Any

from tests.graph.conftest import Dump, rows
from tests.graph.stories import Telling

from casus.graph import Graph, queries
from casus.graph.queries import Moment, Period, Route
from casus.ontology import Predicate
from casus.records import Record

IRANS = ("org/kataib-hezbollah", "org/hezbollah", "org/popular-mobilisation-forces")
AMERICAS = ("org/sdf", "state/USA")
LATER = date(2030, 1, 1)


def war(number: int) -> Record:
    """Tell of so many blows between groups that Iran backs and the other side, each as sure as its words are."""
    chance = Random(5)
    story = Telling("war", "Blow upon blow.").says("org/sdf", Predicate.BACKED_BY, "state/USA", sure=0.7)
    for group, sure in zip(IRANS, (0.9, 0.8, 0.6), strict=True):
        story.says(group, Predicate.BACKED_BY, "state/IRN", sure=sure)
    for n in range(number):
        ends = [chance.choice(IRANS), chance.choice(AMERICAS)]
        chance.shuffle(ends)
        story.tells(str(n), "Blow", f"2019-{n % 12 + 1:02d}-{n % 28 + 1:02d}")
        for predicate, actor in zip((Predicate.PERPETRATOR, Predicate.TARGET), ends, strict=True):
            story.says(str(n), predicate, actor, sure=chance.choice((0.5, 0.6, 0.8, 0.9)))
    return story.record


def paths(graph: Graph, limit: int = 100, **asked: Any) -> list[tuple[float, str, list[str]]]:
    found = graph.ask(queries.proxy_paths("IRN", "USA", limit=limit, **asked)).paths
    return [(path.score, path.incident.id, [hop.source.id for hop in path.hops]) for path in found]


def test_the_best_paths_are_those_of_all_incidents_between_all_who_met(graph: Graph) -> None:
    graph.load([war(80)])
    every = paths(graph)
    assert len({score for score, _, _ in every}) > 20
    assert [score for score, _, _ in every] == expected(war(80))
    assert paths(graph, limit=7) == every[:7]
    assert paths(graph, limit=7, at=Moment(known_by=LATER)) == every[:7]
    assert paths(graph, limit=7, at=Moment(as_of=LATER), route=Route(period=Period(until=LATER))) == every[:7]


def expected(record: Record) -> list[float]:
    """The scores of all paths, the highest first, computed from the record's claims."""
    sure = {(claim.subject, claim.predicate, claim.object): claim.confidence for claim in record.claims}
    backed = {s: c for (s, predicate, _), c in sure.items() if predicate is Predicate.BACKED_BY}
    scores = []
    for incident, near, far in product(record.incidents, IRANS, AMERICAS):
        for by, on in ((near, far), (far, near)):
            did, suffered = (incident.id, Predicate.PERPETRATOR, by), (incident.id, Predicate.TARGET, on)
            if did in sure and suffered in sure:
                score = backed[near] * sure[did] * sure[suffered] * (backed[far] * 0.8 if far in backed else 1)
                scores.append(round(score, 6))
    return sorted(scores, reverse=True)


def test_the_best_path_costs_as_much_after_many_incidents_as_after_few_even_as_planned_for_none(graph: Graph) -> None:
    graph.driver.execute_query("CALL db.clearQueryCaches()", database_="neo4j")
    hits(graph)
    graph.load([war(60)])
    few = hits(graph)
    graph.load([war(200)])
    assert hits(graph) < few * 1.1


def hits(graph: Graph) -> int:
    """How often the store is looked at to find the best path, as the server counts it."""
    question = queries.proxy_paths("IRN", "USA", limit=1)
    profiled = graph.driver.execute_query(f"PROFILE {question.statement.text}", question.parameters)
    assert profiled.summary.profile
    return counted(profiled.summary.profile)


def counted(step: dict[str, Any]) -> int:
    return int(step["args"].get("DbHits", 0)) + sum(map(counted, step.get("children", [])))


def test_what_is_retracted_leaves_no_meeting(graph: Graph) -> None:
    graph.load([war(20)])
    graph.retract("war")
    assert rows(graph, "MATCH (m:Meeting) RETURN m") == []


def test_a_graph_that_was_made_before_there_were_meetings_gets_them(graph: Graph, dump: Callable[[], Dump]) -> None:
    graph.load([war(20)])
    now = dump()
    rows(graph, "MATCH (m:Meeting) DETACH DELETE m")
    rows(graph, "MATCH ()-[s:SUBJECT]->() SET s = {}")
    rows(graph, "MATCH (g:Casus) SET g.schema = 22")
    with Graph.open(graph.settings):
        assert dump() == now
