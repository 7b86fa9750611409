"""Who meets whom through whom, who answers whom, and by which way one reaches another."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.graph.stories import ambush, strikes, strikes_again

from casus.errors import BadInput
from casus.graph import Graph, queries
from casus.graph.queries import Moment, Parties, Period, Route
from casus.ontology import EventType, Predicate

GROUP = "org/kataib-hezbollah"
THROUGH_INCIDENTS = [Predicate.BACKED_BY, Predicate.PERPETRATOR, Predicate.TARGET]


@pytest.fixture(scope="module")
def told(server_settings: Any) -> Iterator[Graph]:
    """A graph of three stories, which no test of this module changes."""
    with Graph.open(server_settings) as graph:
        graph.driver.execute_query("MATCH (n) WHERE NOT n:Casus DETACH DELETE n", database_="neo4j")
        graph.load([strikes(), strikes_again(), ambush()])
        yield graph


def incidents(told: Graph, **route: Any) -> list[str]:
    depth, at = route.pop("depth", 2), route.pop("at", queries.EVER)
    paths = told.ask(queries.proxy_paths("IRN", "USA", depth=depth, route=Route(**route), at=at)).paths
    return sorted(path.incident.name for path in paths)


@pytest.mark.parametrize(
    ("route", "names"),
    [
        ({"direction": "forward"}, ["ambushed", "rocket barrage"]),
        ({"direction": "backward"}, ["bombed"]),
        ({"avoid": frozenset({"org/sdf"})}, ["bombed", "rocket barrage"]),
        ({"avoid": frozenset({GROUP})}, []),
        ({"via": frozenset({"org/sdf"})}, ["ambushed"]),
        ({"via": frozenset({GROUP}), "direction": "backward"}, ["bombed"]),
        ({"via": frozenset({"org/quds-force"})}, ["ambushed", "bombed", "rocket barrage"]),
        ({"via": frozenset({"org/hezbollah"})}, []),
        ({"types": frozenset({EventType.THREATEN})}, []),
        ({"period": Period(since=date(2019, 12, 29), until=date(2020, 1, 1))}, ["bombed"]),
        ({"at": Moment(least=0.85)}, ["bombed"]),
        ({"at": Moment(known_by=date(2019, 12, 30))}, ["bombed", "rocket barrage"]),
        ({"at": Moment(known_by=date(2019, 12, 29))}, []),
    ],
    ids=str,
)
def test_a_proxy_path_is_narrowed_down(told: Graph, route: dict[str, Any], names: list[str]) -> None:
    assert incidents(told, **route) == names


def test_what_was_known_by_a_day_has_that_days_confidence_and_sentences(told: Graph) -> None:
    [hop] = told.ask(queries.backers(GROUP, at=Moment(known_by=date(2019, 12, 30)))).found[0].hops
    assert hop.confidence == 0.8
    assert [quote.document for quote in hop.evidence] == ["wire/strikes"]


def test_a_path_leads_from_a_state_to_a_group(told: Graph) -> None:
    [path] = told.ask(queries.proxy_paths("IRN", "org/sdf")).paths
    assert path.incident.name == "ambushed"


def test_a_side_can_be_made_by_what_a_group_is_part_of(told: Graph) -> None:
    larger = "org/popular-mobilisation-forces"
    both = frozenset({Predicate.BACKED_BY, Predicate.PART_OF})
    assert told.ask(queries.proxy_paths(larger, "USA")).paths == []
    found = told.ask(queries.proxy_paths(larger, "USA", route=Route(ties=both))).paths
    assert {path.hops[0].relation for path in found} == {Predicate.PART_OF}


def test_two_states_conflict_through_groups_they_back(told: Graph) -> None:
    [found] = told.ask(queries.conflicts(depth=2))
    assert (found.one.id, found.other.id, found.incidents) == ("state/IRN", "state/USA", 3)
    assert (found.severity, found.hostility, found.killed) == (-9, -27, 26)
    assert (found.first, found.last) == (date(2019, 12, 27), date(2020, 1, 3))
    assert [(met.one.id, met.other.id, met.incidents) for met in found.meetings] == [
        (GROUP, "state/USA", 2),
        (GROUP, "org/sdf", 1),
    ]


@pytest.mark.parametrize(
    ("asked", "many"),
    [
        ({"between": ["USA"]}, [3]),
        ({"between": ["USA", "state/IRN"]}, [3]),
        ({"between": ["IRQ"]}, []),
        ({"period": Period(since=date(2020, 1, 1))}, [1]),
        ({"at": Moment(as_of=date(2019, 12, 30))}, [2]),
        ({"at": Moment(known_by=date(2019, 12, 29))}, []),
        ({"at": Moment(least=0.9)}, [1]),
    ],
    ids=str,
)
def test_conflicts_are_narrowed_down(told: Graph, asked: dict[str, Any], many: list[int]) -> None:
    assert [one.incidents for one in told.ask(queries.conflicts(**asked))] == many


def test_a_state_is_exposed_to_groups_that_others_back(told: Graph) -> None:
    [found] = told.ask(queries.exposed())
    assert (found.state.id, found.incidents) == ("state/USA", 1)
    assert [one.actor.id for one in found.backers] == ["state/IRN"]
    assert [one.actor.id for one in found.groups] == [GROUP]


def test_common_backers_stand_behind_all_of_those_asked_about(told: Graph) -> None:
    found = told.ask(queries.common_backers([GROUP, "org/quds-force"]))
    assert [one.id for one in found.actors] == [GROUP, "org/quds-force"]
    [common] = found.found
    assert common.backer.id == "state/IRN"
    assert [way.actor.id for way in common.ways] == [GROUP, "org/quds-force"]
    assert common.confidence == pytest.approx(common.ways[0].confidence * common.ways[1].confidence, abs=1e-6)


def test_one_actor_has_no_common_backers() -> None:
    with pytest.raises(BadInput, match="1 different actors"):
        queries.common_backers(["IRN", "state/IRN"])


def test_a_chain_of_retaliation_has_its_lags_and_says_where_it_is_tit_for_tat(told: Graph) -> None:
    [chain] = told.ask(queries.chains()).items
    assert [one.name for one in chain.incidents] == ["rocket barrage", "bombed", "vowed"]
    assert [link.source.name for link in chain.links] == ["bombed", "vowed"]
    assert (chain.lags, chain.returned) == ([2, 1], [True, False])


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        ({"links": 2}, ["vowed"]),
        ({"links": 3}, []),
        ({"actor": GROUP}, ["vowed"]),
        ({"actor": "USA"}, []),
        ({"at": Moment(as_of=date(2019, 12, 29))}, ["bombed"]),
        ({"at": Moment(known_by=date(2019, 12, 30)), "actor": "USA", "against": GROUP}, ["bombed"]),
        ({"period": Period(until=date(2019, 12, 1))}, []),
    ],
    ids=str,
)
def test_chains_are_narrowed_down(told: Graph, asked: dict[str, Any], last: list[str]) -> None:
    assert [chain.incidents[-1].name for chain in told.ask(queries.chains(**asked)).items] == last


def test_those_who_answer_each_other_exchange_blows(told: Graph) -> None:
    [found] = told.ask(queries.exchanges())
    assert (found.one.id, found.other.id) == (GROUP, "state/USA")
    assert (found.by_one, found.by_other, found.lags) == (1, 1, [1, 2])
    assert told.ask(queries.exchanges(["IRN"])) == []


def test_a_link_of_retaliation_has_its_lag(told: Graph) -> None:
    bombed = told.ask(queries.timeline(actor="USA")).items[0]
    found = told.ask(queries.retaliation(bombed.id))
    assert [(one.incident.name, one.lag) for one in found.answers + found.answered_by] == [
        ("rocket barrage", 2),
        ("vowed", 1),
    ]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"actor": GROUP}, ["ambushed", "vowed", "bombed", "rocket barrage"]),
        ({"actor": GROUP, "against": "USA"}, ["bombed", "rocket barrage"]),
        ({"actor": "USA", "against": GROUP, "place": "place/kirkuk"}, ["rocket barrage"]),
        ({"place": "IRQ"}, ["bombed", "rocket barrage"]),
        ({"actor": GROUP, "at": Moment(as_of=date(2019, 12, 29))}, ["bombed", "rocket barrage"]),
        ({"actor": GROUP, "at": Moment(known_by=date(2019, 12, 30))}, ["bombed", "rocket barrage"]),
        ({"actor": "org/nobody"}, []),
    ],
    ids=str,
)
def test_a_timeline_is_of_an_actor_a_pair_or_a_place(told: Graph, asked: dict[str, Any], names: list[str]) -> None:
    assert [one.name for one in told.ask(queries.timeline(**asked)).items] == names


def test_a_timeline_of_nobody_is_refused() -> None:
    with pytest.raises(BadInput, match="none is given"):
        queries.timeline()


def test_who_is_against_nobody_is_refused() -> None:
    with pytest.raises(BadInput, match="of use only with a party"):
        Parties(against="USA")


def steps(found: Any) -> list[str]:
    return [f"{hop.source.name} {hop.relation} {hop.target.name}" for hop in found.hops]


def test_the_shortest_way_is_the_shortest(told: Graph) -> None:
    found = told.ask(queries.shortest_path("IRN", "USA"))
    assert len(found.hops) == 3
    assert found.score == pytest.approx(found.hops[0].confidence * found.hops[1].confidence * found.hops[2].confidence)


@pytest.mark.parametrize(
    ("asked", "way"),
    [
        ({"ties": [Predicate.BACKED_BY]}, []),
        ({"depth": 2}, []),
        ({"avoid": [GROUP]}, []),
        ({"at": Moment(known_by=date(2019, 12, 29))}, []),
        ({"directed": True}, []),
        (
            {
                "at": Moment(as_of=date(2019, 12, 30)),
                "ties": [Predicate.BACKED_BY, Predicate.PERPETRATOR, Predicate.TARGET],
            },
            3,
        ),
    ],
    ids=str,
)
def test_the_shortest_way_keeps_to_what_is_asked(told: Graph, asked: dict[str, Any], way: list[str] | int) -> None:
    found = told.ask(queries.shortest_path("IRN", "USA", **asked))
    assert len(found.hops) == (way if isinstance(way, int) else len(way))
    assert (found.score is None) == (found.hops == [])


def test_a_directed_way_goes_as_its_relationships_run(told: Graph) -> None:
    found = told.ask(queries.shortest_path(GROUP, "IRN", directed=True))
    assert steps(found) == ["Kata'ib Hezbollah backed-by Iran"]


def test_a_neighbourhood_has_the_relationships_and_latest_incidents(told: Graph) -> None:
    found = told.ask(queries.neighbourhood(GROUP, incidents=1))
    assert found.center.id == GROUP
    assert {node.name for node in found.nodes if node.type == "Incident"} == {"ambushed"}
    assert {one.object.id for one in found.relations if one.predicate is Predicate.BACKED_BY} == {
        "state/IRN",
        "org/quds-force",
    }


def test_a_wider_neighbourhood_has_what_its_neighbours_are_related_to(told: Graph) -> None:
    near = told.ask(queries.neighbourhood(GROUP))
    wide = told.ask(queries.neighbourhood(GROUP, depth=2))
    assert "state/USA" not in {node.id for node in near.nodes}
    assert "state/USA" in {node.id for node in wide.nodes}
    ends = {end.id for one in wide.relations for end in (one.subject, one.object)}
    assert {node.id for node in wide.nodes} == ends


@pytest.mark.parametrize(
    ("asked", "predicates"),
    [
        ({"ties": [Predicate.PART_OF]}, {"part-of"}),
        ({"incidents": 0, "at": Moment(known_by=date(2019, 12, 30))}, {"backed-by", "part-of", "distinct-from"}),
        ({"limit": 1}, {"target"}),
    ],
    ids=str,
)
def test_a_neighbourhood_is_narrowed_down(told: Graph, asked: dict[str, Any], predicates: set[str]) -> None:
    assert {one.predicate.value for one in told.ask(queries.neighbourhood(GROUP, **asked)).relations} == predicates
