"""Incidents: the events that reports tell of, and what the reports of one say together."""

from collections import Counter
from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from neo4j import ManagedTransaction

from casus.graph.blocking import MOST_LOOKED_AT, NARROW, clues
from casus.graph.clusters import Judged, Verdict, clusters
from casus.graph.identity import SAME, Judgement, Telling, judgements
from casus.graph.rows import LOOK_BACK
from casus.graph.statements import native, run
from casus.ontology import Status

Properties = dict[str, Any]

_REALER_FIRST = [Status.OCCURRED, Status.ONGOING, Status.THREATENED, Status.HYPOTHETICAL, Status.DENIED]


@dataclass(frozen=True)
class Settled:
    """Which events reports tell of, by what is judged now."""

    incidents: dict[str, Properties]
    """By id."""
    of: dict[str, str]
    """Ids of reports, each with that of its incident."""
    before: set[str]
    """Ids of the incidents that these reports were of before, and of those that lost reports."""

    def fresh(self, new: Container[str]) -> set[str]:
        """Return the incidents that nothing but these new reports tells of, and that nothing has told of before."""
        old = {incident for report, incident in self.of.items() if report not in new}
        return self.incidents.keys() - old - self.before

    def days(self, incident: str) -> tuple[date | None, date | None]:
        """Return the first and the last day on which an incident can have been."""
        says = self.incidents[incident]
        return says["earliest"], says["latest"]


def compare(tx: ManagedTransaction, reports: Collection[Properties]) -> None:
    """Record how likely new reports tell of the same events as others."""
    found = [clue for report in reports for clue in clues(report)]
    run(tx, "load/clues", rows=found)
    tellings = {report["id"]: Telling.read(report) for report in reports}
    others = run(tx, "load/candidates", rows=found, narrow=NARROW, reach=LOOK_BACK, most=MOST_LOOKED_AT)
    pairs = (
        (tellings[one], other)
        for row in others
        for other in [Telling.read(native(row["other"]))]
        for one in row["ones"]
    )
    rows = [{"one": j.one, "other": j.other, "score": j.score} for j in judgements(pairs)]
    run(tx, "load/judge", rows=rows)


def settle(tx: ManagedTransaction, new: Collection[Properties], touched: set[str]) -> Settled:
    """Find the events that new reports tell of, and those that are left of touched incidents, by what is judged."""
    reports = {report["id"]: report for report in [*new, *reports_of(tx, [], touched)]}
    judged = _reached(tx, set(reports))
    reports |= {report["id"]: report for report in reports_of(tx, sorted(judged.joined - set(reports)))}
    events = clusters({id: report["document"] for id, report in reports.items()}, judged)
    rows = [together([reports[id] for id in event]) for event in events]
    run(tx, "load/incidents", rows=[{"says": says, "reports": event} for says, event in zip(rows, events, strict=True)])
    return Settled(
        incidents={says["id"]: says for says in rows},
        of={id: says["id"] for says, event in zip(rows, events, strict=True) for id in event},
        before=touched | {report["incident"] for report in reports.values() if report["incident"]},
    )


def together(reports: Sequence[Properties]) -> Properties:
    """Return an incident's properties from those of its reports.

    Its id comes from its first report, by publication, so that it stays when later ones are loaded. The status is the
    most real one told; the mode the most frequent; a toll runs from the lowest to the highest figure; the date is what
    all dated reports leave possible, or the narrowest where they exclude one another.
    """
    ordered = sorted(reports, key=lambda report: (report["published"] or date.max, report["id"]))
    id = ordered[0]["heads"]
    earliest, latest = _dates(ordered)
    days = [report["published"] for report in ordered if report["published"]]
    return {
        "id": id,
        "name": ordered[0]["words"][0],
        "type": ordered[0]["type"],
        "mode": _most_frequent([report["mode"] for report in ordered if report.get("mode")]),
        "status": min((Status(report["status"]) for report in ordered), key=_REALER_FIRST.index),
        "earliest": earliest,
        "latest": latest,
        "timeline": f"{earliest or '0000-00-00'} {id}",
        "first_reported": min(days, default=None),
        "last_reported": max(days, default=None),
        **_toll("killed", ordered),
        **_toll("wounded", ordered),
    }


def reports_of(tx: ManagedTransaction, reports: list[str], incidents: Collection[str] = ()) -> list[Properties]:
    """Return the properties of reports, given by id or by incident, each with its document, day and incident."""
    rows = run(tx, "load/reports_of", reports=reports, incidents=sorted(incidents))
    return [native(row["report"]) for row in rows]


def _reached(tx: ManagedTransaction, start: set[str]) -> Judged:
    """Return all that is judged of these reports, of those they are joined to, and on from there."""
    seen: set[str] = set()
    found = Judged()
    while new := sorted(start - seen):
        rows = run(tx, "load/judged", reports=new, least=SAME)
        found.computed |= {Judgement(round(1 - row["score"], 6), row["one"], row["other"]) for row in rows}
        found.people |= {
            (row["one"], row["other"]): Verdict(row["verdict"]) for row in run(tx, "identity/verdicts", ids=new)
        }
        seen |= set(new)
        start = found.joined
    return found


def _dates(reports: Sequence[Properties]) -> tuple[date | None, date | None]:
    ranges = [(report["earliest"], report["latest"]) for report in reports if report.get("earliest")]
    if not ranges:
        return None, None
    earliest, latest = max(first for first, _ in ranges), min(last for _, last in ranges)
    return (earliest, latest) if earliest <= latest else min(ranges, key=lambda days: (days[1] - days[0], days))


def _toll(name: str, reports: Sequence[Properties]) -> Properties:
    """Return the lowest and the highest figure; the highest is open where every report leaves it open."""
    told = [(report[f"{name}_min"], report.get(f"{name}_max")) for report in reports if f"{name}_min" in report]
    if not told:
        return {}
    closed = any(most is not None for _, most in told)
    highest = max(least if most is None else most for least, most in told) if closed else None
    return {f"{name}_min": min(least for least, _ in told), f"{name}_max": highest}


def _most_frequent(modes: list[str]) -> str | None:
    """Return the mode that most reports give; of several, the first by alphabet."""
    times = Counter(modes)
    return min(times, key=lambda mode: (-times[mode], mode), default=None)
