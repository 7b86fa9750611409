"""Claims and relationships know when they were said and when they hold."""

from datetime import date
from typing import Any

import pytest
from tests.graph.conftest import rows
from tests.graph.stories import Telling, ambush, strikes, strikes_again

from casus.graph import Graph
from casus.ontology import Predicate
from casus.records import Record

GROUP = "org/kataib-hezbollah"

RELATION = f"MATCH ({{id: '{GROUP}'}})-[r:BACKED_BY]->({{id: 'state/IRN'}}) RETURN properties(r) AS r"
CLAIMS = "MATCH (c:Claim) RETURN c.id AS id, c.said AS said, c.valid_from AS valid_from, c.valid_to AS valid_to"
KNOWN = f"""
MATCH ({{id: '{GROUP}'}})-[r:BACKED_BY]->({{id: 'state/IRN'}})
WITH r, size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $day]) AS steps
RETURN CASE WHEN steps > 0 THEN coalesce(r.known_confidence, [r.confidence])[steps - 1] ELSE 0.0 END AS confidence
"""


def backs(id: str, published: str | None, sure: float = 0.8, *, denied: bool = False, valid: str = "/") -> Record:
    told = Telling(id, "Iran arms Kata'ib Hezbollah.", published)
    return told.says(GROUP, Predicate.BACKED_BY, "state/IRN", sure=sure, denied=denied, valid=valid).record


def backing(graph: Graph) -> dict[str, Any]:
    [row] = rows(graph, RELATION)
    return {name: getattr(value, "to_native", lambda value=value: value)() for name, value in row["r"].items()}


def known_by(graph: Graph, day: str) -> float:
    [row] = rows(graph, KNOWN, day=date.fromisoformat(day))
    return float(row["confidence"])


def claim(graph: Graph, id: str) -> list[str | None]:
    [row] = [row for row in rows(graph, CLAIMS) if row["id"] == id]
    return [row[name] and str(row[name]) for name in ("said", "valid_from", "valid_to")]


def test_a_claim_about_an_incident_was_said_when_its_document_was_published_and_holds_on_the_incidents_days(
    graph: Graph,
) -> None:
    graph.load([ambush()])
    assert claim(graph, "gazette/ambush/c1") == ["2020-01-04", "2020-01-03", "2020-01-03"]


def test_a_claim_holds_when_the_text_says_so(graph: Graph) -> None:
    graph.load([backs("a", "2020-01-04", valid="2014-06-01/2017-12-31")])
    assert claim(graph, "a/c1") == ["2020-01-04", "2014-06-01", "2017-12-31"]


@pytest.mark.parametrize(
    ("told", "holds"),
    [
        ([backs("a", "2020-01-04")], ("2020-01-04", None)),
        ([backs("a", "2020-01-04", valid="2014-06-01/")], ("2014-06-01", None)),
        ([backs("a", "2020-01-04", valid="2014-06-01/"), backs("b", "2012-05-05")], ("2012-05-05", None)),
        ([backs("a", "2020-01-04", valid="/2018-01-01")], ("2018-01-01", "2018-01-01")),
        ([backs("a", "2017-01-04"), backs("b", "2020-01-04", valid="/2018-01-01")], ("2017-01-04", "2018-01-01")),
        ([backs("a", "2019-01-04"), backs("b", "2020-01-04", valid="/2018-01-01")], ("2018-01-01", None)),
        ([backs("a", None)], (None, None)),
    ],
    ids=["as said", "a start", "an earlier word", "an end", "said before its end", "said after its end", "undated"],
)
def test_a_relationship_holds_from_the_first_day_to_the_last_that_its_claims_give(
    graph: Graph, told: list[Record], holds: tuple[str | None, str | None]
) -> None:
    graph.load(told)
    found = backing(graph)
    assert tuple(found.get(name) and str(found[name]) for name in ("valid_from", "valid_to")) == holds


def test_what_was_known_by_a_day_is_what_had_been_reported_by_then(graph: Graph) -> None:
    graph.load(
        [backs("c", "2020-03-01", 0.5, denied=True), backs("a", "2020-01-01", 0.6), backs("b", "2020-02-01", 0.5)]
    )
    days = ("2019-12-31", "2020-01-01", "2020-01-31", "2020-02-01", "2020-03-01")
    assert [known_by(graph, day) for day in days] == [0.0, 0.6, 0.6, 0.8, 0.4]


def test_what_came_first_and_was_never_changed_needs_no_list(graph: Graph) -> None:
    graph.load([backs("a", "2020-01-01", 0.6), backs("b", "2020-01-01", 0.5)])
    assert not {"known_from", "known_confidence", "known_evidence"} & set(backing(graph))
    assert (known_by(graph, "2019-12-31"), known_by(graph, "2020-01-01")) == (0.0, 0.8)


def test_each_change_of_what_was_known_names_the_claim_that_brought_it(graph: Graph) -> None:
    graph.load([backs("a", "2020-01-01", 0.6), backs("b", "2020-02-01", 0.5)])
    assert backing(graph)["known_evidence"] == ["a/c1", "b/c1"]


def test_what_was_published_nobody_knows_when_was_known_by_no_day(graph: Graph) -> None:
    graph.load([backs("a", None, 0.6), backs("b", "2020-02-01", 0.5)])
    assert (known_by(graph, "2020-01-01"), known_by(graph, "2020-02-01")) == (0.0, 0.5)
    assert backing(graph)["confidence"] == 0.8


def test_an_incident_knows_when_it_was_first_and_last_reported(graph: Graph) -> None:
    graph.load([strikes(), strikes_again()])
    found = rows(graph, "MATCH (i:Incident {name: 'bombed'}) RETURN i.first_reported AS first, i.last_reported AS last")
    assert [(str(row["first"]), str(row["last"])) for row in found] == [("2019-12-30", "2019-12-31")]
