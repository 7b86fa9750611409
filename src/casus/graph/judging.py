"""What people judge: recorded beside what is computed, counted before it, and taken back without a trace.

Of several judgements of the same two the latest counts, so that to undo it brings back the one before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import uuid4

from neo4j import ManagedTransaction

from casus.errors import BadInput, NotFound
from casus.graph.answers import Judgement
from casus.graph.clusters import Verdict
from casus.graph.identity import Telling, score
from casus.graph.incidents import reports_of
from casus.graph.likeness import Names, likeness
from casus.graph.load import Touched, follow
from casus.graph.merging import rearrange
from casus.graph.statements import run

Kind = Literal["reports", "entities"]


@dataclass(frozen=True)
class Opinion:
    """What a person holds of two reports, or of a name and the entity that it may be another name of."""

    one: str
    other: str
    verdict: Verdict
    by: str

    def __post_init__(self) -> None:
        if self.one == self.other:
            raise BadInput(f"other: it is {self.other!r}, as one is; a judgement is of two")
        if not self.by.strip():
            raise BadInput("by: a judgement names who judges")


def judge(tx: ManagedTransaction, opinion: Opinion, least: float) -> Judgement:
    """Record an opinion of two reports, and let incidents follow. Raises NotFound for a report that is not there."""
    run(tx, "graph/lock")
    reports = {report["id"]: Telling.read(report) for report in reports_of(tx, [opinion.one, opinion.other])}
    for id in (opinion.one, opinion.other):
        if id not in reports:
            raise NotFound(f"no report has the id {id!r}; `casus identity review` shows those to judge")
    judgement = _record(tx, opinion, "reports", score(reports[opinion.one], reports[opinion.other]))
    _settle(tx, judgement.kind, reports, least)
    run(tx, "graph/unlock")
    return judgement


def judge_names(tx: ManagedTransaction, opinion: Opinion, least: float) -> Judgement:
    """Record whether one entity is another by a new name, and let the graph follow.

    Raises NotFound for an entity that is not there, BadInput where one of the two is merged with a third.
    """
    run(tx, "graph/lock")
    found = {row["id"]: row for row in run(tx, "identity/group", ids=[opinion.one, opinion.other])}
    for id in (opinion.one, opinion.other):
        if id not in found:
            raise NotFound(f"no entity has the id {id!r}; search by name")
    if opinion.verdict is Verdict.SAME:
        _can_be_merged(opinion, {id: row["kept"] for id, row in found.items()})
    judgement = _record(tx, opinion, "entities", _likely(found[opinion.one], found[opinion.other]))
    _settle(tx, judgement.kind, [opinion.one, opinion.other], least)
    run(tx, "graph/unlock")
    return judgement


def undo(tx: ManagedTransaction, id: str, least: float) -> None:
    """Take a judgement back, so that the graph is what it was without it. Raises NotFound."""
    run(tx, "graph/lock")
    forgotten = run(tx, "identity/forget", id=id)
    if not forgotten:
        raise NotFound(f"no judgement has the id {id!r}")
    for row in forgotten:
        _settle(tx, row["kind"], [row["one"], row["other"]], least)
    run(tx, "graph/unlock")


def _record(tx: ManagedTransaction, opinion: Opinion, kind: Kind, likely: float | None) -> Judgement:
    one, other = sorted((opinion.one, opinion.other))
    judgement = Judgement(
        id=uuid4().hex[:16],
        kind=kind,
        one=one,
        other=other,
        verdict=opinion.verdict,
        kept=opinion.other if kind == "entities" and opinion.verdict is Verdict.SAME else None,
        score=likely,
        by=opinion.by.strip(),
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
    )
    run(tx, "identity/record", says=judgement.model_dump(mode="json"))
    return judgement


def _settle(tx: ManagedTransaction, kind: Kind, ids: Iterable[str], least: float) -> None:
    """Let the graph follow what is now judged of two reports or entities."""
    touched, reports = Touched(), list[str]()
    if kind == "entities":
        touched.entities, touched.pairs, reports = rearrange(tx, sorted(ids))
    about: list[dict[str, Any]] = reports_of(tx, reports if kind == "entities" else sorted(ids))
    touched.incidents = {report["incident"] for report in about}
    follow(tx, touched, least)


def _can_be_merged(opinion: Opinion, kept: dict[str, str]) -> None:
    """Raise BadInput where a merge would leave two places to look for a name."""
    for id, to in kept.items():
        if id in {opinion.one, opinion.other} and to not in {id, opinion.other}:
            raise BadInput(f"{id!r} is taken to be {to!r}; judge that one")
    if opinion.one.startswith("state/"):
        raise BadInput(f"one: {opinion.one!r} is a state, which is nobody's new name; give it as the other of the two")


def _likely(one: dict[str, Any], other: dict[str, Any]) -> float | None:
    """Return how alike two entities' names are, from 0 to 1; null where one is merged, and has none of its own."""
    if not one["names"] or not other["names"]:
        return None
    return likeness(*(Names(tuple(row["names"]), row["iso3"]) for row in (one, other))).score
