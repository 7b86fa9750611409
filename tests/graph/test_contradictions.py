"""What documents contradict each other in is shown with the documents on either side."""

from datetime import date
from typing import Any

import pytest

from casus.graph.answers import Claim, Report
from casus.graph.answers.contradictions import Contradiction, contradictions

Told = list[tuple[str, list[tuple[str, list[str]]]]]


def report(document: str, **said: Any) -> Report:
    plain = {"id": f"{document}/1", "type": "ASSAULT", "status": "occurred", "document": document, "words": ["raid"]}
    return Report.model_validate({**plain, **said})


def claim(document: str, polarity: str, predicate: str = "perpetrator", object: str = "state/IRN") -> Claim:
    subject = {"id": "incident/1", "type": "Incident", "name": "raid"}
    said = {"id": f"{document}/c", "document": document, "subject": subject, "predicate": predicate, "evidence": []}
    about = {"id": object, "type": "State", "name": object}
    return Claim.model_validate({**said, "object": about, "polarity": polarity, "confidence": 0.8})


def toll(least: int, most: int | None = None) -> dict[str, int | None]:
    return {"min": least, "max": most}


def days(first: int, last: int) -> dict[str, date]:
    return {"earliest": date(2020, 1, first), "latest": date(2020, 1, last)}


def plain(found: list[Contradiction]) -> Told:
    return [(one.about, [(side.says, side.documents) for side in one.sides]) for one in found]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([report("a", killed=toll(25, 25)), report("b", killed=toll(25, 25))], []),
        ([report("a", killed=toll(20)), report("b", killed=toll(25, 25)), report("c")], []),
        (
            [report("a", killed=toll(9, 9)), report("b", killed=toll(12)), report("c", killed=toll(9, 9))],
            [("killed", [("9", ["a", "c"]), ("12 or more", ["b"])])],
        ),
        (
            [report("a", wounded=toll(1, 3)), report("b", wounded=toll(5, 5))],
            [("wounded", [("1 to 3", ["a"]), ("5", ["b"])])],
        ),
        ([report("a", date=days(1, 3)), report("b", date=days(3, 3))], []),
        (
            [report("a", date=days(1, 2)), report("b", date=days(3, 3))],
            [("date", [("2020-01-01 to 2020-01-02", ["a"]), ("2020-01-03", ["b"])])],
        ),
        ([report("a"), report("b", status="ongoing")], []),
        ([report("a"), report("b", status="denied")], [("status", [("denied", ["b"]), ("occurred", ["a"])])]),
    ],
)
def test_reports_contradict_each_other_where_nothing_fits_both(told: list[Report], found: Told) -> None:
    assert plain(contradictions(told, [])) == found


def test_claims_contradict_each_other_where_one_is_asserted_and_denied() -> None:
    claims = [claim("a", "asserted"), claim("b", "denied"), claim("c", "denied"), claim("d", "asserted", "target")]
    [found] = contradictions([], claims)
    assert plain([found]) == [("perpetrator", [("denied", ["b", "c"]), ("asserted", ["a"])])]
    assert found.entity
    assert found.entity.id == "state/IRN"


def test_claims_of_different_entities_do_not_contradict_each_other() -> None:
    assert contradictions([], [claim("a", "asserted"), claim("b", "denied", object="state/USA")]) == []
