"""What people judge: recorded beside what is computed, counted before it, and taken back without a trace.

Of several judgements of the same two the latest counts, so that to undo it brings back the one before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from uuid import uuid4

from neo4j import ManagedTransaction

from casus.errors import BadInput, NotFound
from casus.graph.answers import Judgement
from casus.graph.clusters import Pair, Verdict
from casus.graph.identity import Telling, score
from casus.graph.incidents import Properties, reports_of
from casus.graph.load import Touched, follow
from casus.graph.statements import run

Kind = Literal["reports", "entities"]


@dataclass(frozen=True)
class Opinion:
    """What a person holds of two reports."""

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
    """Record an opinion and let incidents and relationships follow. Raises NotFound for a report that is not there."""
    run(tx, "graph/lock")
    reports = {report["id"]: report for report in reports_of(tx, sorted({opinion.one, opinion.other}))}
    for id in (opinion.one, opinion.other):
        if id not in reports:
            raise NotFound(f"no report has the id {id!r}; `casus identity review` shows those to judge")
    one, other = sorted(reports.values(), key=lambda report: str(report["id"]))
    judgement = _judgement("reports", (one["id"], other["id"]), opinion, score(Telling.read(one), Telling.read(other)))
    run(tx, "identity/record", says=judgement.model_dump(mode="json"))
    _settle(tx, reports.values(), least)
    run(tx, "graph/unlock")
    return judgement


def undo(tx: ManagedTransaction, id: str, least: float) -> None:
    """Take a judgement back, so that the graph is what it was without it. Raises NotFound."""
    run(tx, "graph/lock")
    for row in run(tx, "identity/forget", id=id):
        _settle(tx, reports_of(tx, [row["one"], row["other"]]), least)
        run(tx, "graph/unlock")
        return
    raise NotFound(f"no judgement has the id {id!r}")


def _settle(tx: ManagedTransaction, reports: Iterable[Properties], least: float) -> None:
    follow(tx, [], Touched(incidents={report["incident"] for report in reports}), least)


def _judgement(kind: Kind, pair: Pair, opinion: Opinion, likely: float | None) -> Judgement:
    return Judgement(
        id=uuid4().hex[:16],
        kind=kind,
        one=pair[0],
        other=pair[1],
        verdict=opinion.verdict,
        score=likely,
        by=opinion.by.strip(),
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
    )
