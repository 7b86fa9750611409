"""Reports of one event are taken together, those of others are not."""

from datetime import date
from typing import Any

import pytest
from tests.graph import stories
from tests.graph.stories import strikes, strikes_again

from casus.graph import Graph, queries
from casus.graph.clusters import Judged, Verdict, clusters
from casus.graph.identity import Judgement, Telling, judgements, score
from casus.graph.incidents import together
from casus.ontology import EventType, Predicate, Status
from casus.records import Record

DAY = (date(2020, 3, 1), date(2020, 3, 1))
WEEK = (date(2020, 2, 26), date(2020, 3, 4))

RAID: dict[str, Any] = {
    "mode": "aerial",
    "status": Status.OCCURRED,
    "days": DAY,
    "perpetrators": frozenset({"state/A"}),
    "targets": frozenset({"org/b"}),
    "towns": frozenset({"place/town-c"}),
    "countries": frozenset({"CCC"}),
    "killed": 12,
}


def telling(id: str = "one/1", **other: Any) -> Telling:
    return Telling(id=id, document=id.partition("/")[0], **{**RAID, **other})


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"killed": None},
        {"killed": 14, "towns": frozenset()},
        {"days": WEEK},
        {"mode": None, "towns": frozenset()},
        {"perpetrators": frozenset()},
        {"days": None, "window": 31},
        {"status": Status.ONGOING},
        {"mode": "explosives", "towns": frozenset(), "killed": None},
        {"towns": frozenset({"place/town-c-airport"}), "killed": None, "targets": frozenset()},
        {"towns": frozenset(), "near": frozenset({"place/town-c"}), "perpetrators": frozenset(), "killed": None},
        {"days": None, "window": 7, "towns": frozenset()},
    ],
    ids=str,
)
def test_two_tellings_of_one_raid_are_the_same(other: dict[str, Any]) -> None:
    assert score(telling(), telling("two/1", **other)) >= 0.5


@pytest.mark.parametrize(
    "other",
    [
        {"countries": frozenset({"DDD"}), "towns": frozenset()},
        {"towns": frozenset({"place/town-d"}), "killed": None},
        {"towns": frozenset({"place/town-d"}), "killed": 3},
        {"towns": frozenset(), "near": frozenset({"place/town-d"}), "killed": None},
        {"mode": "firearms", "perpetrators": frozenset({"org/b"}), "targets": frozenset({"state/A"}), "killed": None},
        {"mode": "firearms", "towns": frozenset(), "killed": None},
        {"status": Status.THREATENED},
        {"status": Status.DENIED},
        {"days": None, "window": 31, "towns": frozenset(), "killed": None},
    ],
    ids=str,
)
def test_a_raid_and_what_could_be_taken_for_it_are_not_the_same(other: dict[str, Any]) -> None:
    assert score(telling(), telling("two/1", **other)) < 0.5


def test_reports_that_share_their_words_are_more_alike_but_not_against_the_town() -> None:
    words = frozenset({"bombe", "depot", "plane"})
    open_: dict[str, Any] = {"towns": frozenset(), "killed": None, "perpetrators": frozenset(), "targets": frozenset()}
    elsewhere = frozenset({"place/town-d"})
    one = telling(terms=words)
    assert score(one, telling("two/1", **open_)) < 0.5 <= score(one, telling("two/1", **open_, terms=words))
    assert score(one, telling("two/1", towns=elsewhere, killed=None, terms=words)) < 0.5


def test_two_reports_of_one_document_are_never_the_same() -> None:
    assert judgements([(telling("one/1"), telling("one/2"))]) == []


def test_a_judgement_does_not_depend_on_which_report_came_first() -> None:
    one, two = telling("one/1"), telling("two/1", killed=None)
    assert judgements([(one, two)]) == judgements([(two, one)]) != []


def test_one_that_only_just_fails_is_recorded_for_people_to_look_at() -> None:
    doubtful = telling("two/1", towns=frozenset({"place/town-d"}), killed=3, perpetrators=frozenset())
    [judgement] = judgements(
        [(telling("one/1"), telling("two/1", days=None, window=31, towns=frozenset(), killed=None))]
    )
    assert judgement.score < 0.5
    assert judgements([(telling("one/1"), doubtful)]) == []


DOCUMENTS = {"one/1": "one", "one/2": "one", "two/1": "two", "three/1": "three"}
CHAIN = {Judgement(0.1, "one/1", "two/1"), Judgement(0.2, "three/1", "two/1")}


def test_the_surest_judgement_wins_where_two_would_join_reports_of_one_document() -> None:
    judged = Judged({Judgement(0.3, "one/1", "two/1"), Judgement(0.1, "one/2", "two/1")})
    assert clusters(DOCUMENTS, judged) == [["one/1"], ["one/2", "two/1"], ["three/1"]]


def test_a_judgement_that_fails_joins_nothing() -> None:
    assert clusters(DOCUMENTS, Judged({Judgement(0.6, "one/1", "two/1")})) == [[id] for id in sorted(DOCUMENTS)]


@pytest.mark.parametrize(
    ("people", "events"),
    [
        ({}, [["one/1", "three/1", "two/1"], ["one/2"]]),
        ({("one/1", "two/1"): Verdict.DIFFERENT}, [["one/1"], ["one/2"], ["three/1", "two/1"]]),
        ({("one/1", "three/1"): Verdict.DIFFERENT}, [["one/1", "two/1"], ["one/2"], ["three/1"]]),
        ({("one/2", "two/1"): Verdict.SAME}, [["one/1"], ["one/2", "three/1", "two/1"]]),
        ({("one/1", "one/2"): Verdict.SAME}, [["one/1", "one/2", "three/1", "two/1"]]),
        ({("one/1", "two/1"): Verdict.UNSURE}, [["one/1", "three/1", "two/1"], ["one/2"]]),
        ({("one/1", "gone/1"): Verdict.SAME}, [["one/1", "three/1", "two/1"], ["one/2"]]),
    ],
    ids=["nobody", "parted", "parted at the far end", "joined", "joined in one document", "unsure", "one is gone"],
)
def test_what_people_judge_counts_before_what_is_computed(
    people: dict[tuple[str, str], Verdict], events: list[list[str]]
) -> None:
    assert clusters(DOCUMENTS, Judged(CHAIN, people)) == events


def report(id: str, **said: Any) -> dict[str, Any]:
    plain = {
        "id": id,
        "heads": f"incident/{id}",
        "published": None,
        "words": ["raid"],
        "type": "ASSAULT",
        "mode": None,
        "status": "occurred",
    }
    return {**plain, **said}


def test_tolls_run_from_the_lowest_to_the_highest_figure() -> None:
    told = [report("a", killed_min=10), report("b", killed_min=25, killed_max=25), report("c")]
    found = together(told)
    assert (found["killed_min"], found["killed_max"]) == (10, 25)


def test_a_toll_that_every_report_leaves_open_stays_open() -> None:
    assert together([report("a", killed_min=10)])["killed_max"] is None


def test_the_date_is_what_all_dated_reports_leave_possible() -> None:
    told = [report("a", earliest=WEEK[0], latest=WEEK[1]), report("b", earliest=DAY[0], latest=DAY[1]), report("c")]
    assert (together(told)["earliest"], together(told)["latest"]) == DAY


def test_the_id_is_that_of_the_first_report_to_be_published() -> None:
    first, later = report("z", published=date(2020, 1, 1)), report("a", published=date(2020, 1, 2))
    assert together([later, first])["id"] == together([first])["id"]


def test_reports_of_the_same_strikes_and_rockets_become_one_incident_each(graph: Graph) -> None:
    graph.load([strikes(), strikes_again()])
    told = {
        incident.name: sorted(report.id for report in graph.ask(queries.incident(incident.id)).told)
        for incident in graph.each(queries.incidents_by_id)
    }
    assert told == {
        "bombed": ["courier/vow/e1", "wire/strikes/i1"],
        "rocket barrage": ["courier/vow/e2", "wire/strikes/i2"],
        "vowed": ["courier/vow/e3"],
    }


def test_an_incident_is_told_by_all_its_reports_together(graph: Graph) -> None:
    graph.load([strikes(), strikes_again()])
    rockets = graph.ask(queries.incidents(parties=queries.Parties(place="place/kirkuk"))).items[0]
    assert rockets.model_dump(include={"date", "killed", "mode", "reports"}) == {
        "date": {"earliest": date(2019, 12, 27), "latest": date(2019, 12, 27)},
        "killed": {"min": 1, "max": 1},
        "mode": "heavy-weapons",
        "reports": 2,
    }


def test_an_undated_report_of_an_undated_text_stays_by_itself(graph: Graph) -> None:
    def record(id: str) -> Record:
        told = stories.Telling(id, "Raiders struck Kirkuk.", published=None).tells(
            "1", "struck", mode="firearms", killed=4
        )
        return told.says("1", Predicate.LOCATED_IN, "place/kirkuk").record

    graph.load([record("one"), record("two")])
    assert [incident.reports for incident in graph.each(queries.incidents_by_id)] == [1, 1]


def test_incidents_of_different_types_are_never_one(graph: Graph) -> None:
    def record(id: str, type: EventType) -> Record:
        told = stories.Telling(id, "A crowd at Kirkuk.").tells("1", "crowd", "2020-01-01", type=type, killed=4)
        return told.says("1", Predicate.LOCATED_IN, "place/kirkuk").says("1", Predicate.TARGET, "state/USA").record

    graph.load([record("one", EventType.PROTEST), record("two", EventType.ASSAULT)])
    assert [incident.reports for incident in graph.each(queries.incidents_by_id)] == [1, 1]


def test_the_judgement_is_recorded_with_its_score(graph: Graph) -> None:
    graph.load([strikes(), strikes_again()])
    found, _, _ = graph.driver.execute_query(
        "MATCH (a)-[j:SAME]->(b) RETURN a.id AS one, b.id AS other, j.score AS score ORDER BY one"
    )
    assert [(row["one"], row["other"], 0.5 <= row["score"] <= 1) for row in found] == [
        ("courier/vow/e1", "wire/strikes/i1", True),
        ("courier/vow/e2", "wire/strikes/i2", True),
    ]
