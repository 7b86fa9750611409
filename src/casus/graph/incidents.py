"""Incidents: the events that reports tell of, and what the reports of one say together."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from neo4j import ManagedTransaction

from casus.graph.blocking import MOST_LOOKED_AT, NARROW, clues
from casus.graph.clusters import Judged, Verdict, clusters
from casus.graph.identity import SAME, Judgement, Telling, judgements
from casus.graph.rows import LOOK_BACK
from casus.graph.statements import run
from casus.ontology import Status

Properties = dict[str, Any]

_REALER_FIRST = [Status.OCCURRED, Status.ONGOING, Status.THREATENED, Status.HYPOTHETICAL, Status.DENIED]


def compare(tx: ManagedTransaction, new: list[str]) -> None:
    """Record how likely new reports tell of the same events as others."""
    reports = reports_of(tx, new)
    run(tx, "load/clues", rows=[clue for report in reports for clue in clues(report)])
    tellings = {report["id"]: Telling.read(report) for report in reports}
    pairs = run(tx, "load/candidates", reports=new, narrow=NARROW, reach=LOOK_BACK, most=MOST_LOOKED_AT)
    found = judgements((tellings[pair["one"]], Telling.read(_native(pair["other"]))) for pair in pairs)
    run(tx, "load/judge", rows=[{"one": j.one, "other": j.other, "score": j.score} for j in found])


def settle(tx: ManagedTransaction, new: list[str], touched: set[str]) -> set[str]:
    """Find the events that new reports tell of, and those that are left of touched incidents, by what is judged.

    Returns the ids of all incidents that came, changed or lost their reports.
    """
    reports = {report["id"]: report for report in reports_of(tx, new, touched)}
    judged = _reached(tx, set(reports))
    reports |= {report["id"]: report for report in reports_of(tx, sorted(judged.joined - set(reports)))}
    events = clusters({id: report["document"] for id, report in reports.items()}, judged)
    rows = [together([reports[id] for id in event]) for event in events]
    run(tx, "load/incidents", rows=[{"says": says, "reports": event} for says, event in zip(rows, events, strict=True)])
    return touched | {says["id"] for says in rows} | {r["incident"] for r in reports.values() if r["incident"]}


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
    return [_native(row["report"]) for row in rows]


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


def _native(properties: Properties) -> Properties:
    """Return the same with Python's dates for the driver's."""
    return {key: value.to_native() if hasattr(value, "to_native") else value for key, value in properties.items()}


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
