"""What can be downloaded as CSV: one function a kind of row, the header its first line."""

import csv
import io
from collections.abc import Iterable, Sequence

from casus.explorer.happenings import Happened
from casus.explorer.ties import Tie
from casus.graph.answers import Ref

Cell = str | int | float | None


def text(header: str, rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows as CSV (RFC 4180); the header's names are parted by spaces."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(header.split())
    writer.writerows(rows)
    return written.getvalue()


def incidents(happened: Iterable[Happened]) -> str:
    """Return incidents, one a row; several actors or places are parted by `|` and given by id."""
    header = "id words type mode status earliest latest killed_min killed_max perpetrators targets places reports roles"
    return text(header, map(_incident, happened))


def ties(found: Iterable[Tie]) -> str:
    """Return the sentences for and against relationships, one a row; what has none here has a row too."""
    header = (
        "subject subject_name predicate object object_name confidence documents"
        " polarity claim_confidence attributed_to sentence document source published url rule"
    )
    return text(header, (row for tie in found for row in _sentences(tie)))


def _incident(one: Happened) -> list[Cell]:
    incident, killed = one.incident, one.incident.killed
    dates = [str(day) for day in one.days] or ["", ""]
    return [
        incident.id, incident.name, incident.type, incident.mode, incident.status, *dates,
        killed.min if killed else None, killed.max if killed else None,
        _ids(incident.perpetrators), _ids(incident.targets), _ids(incident.places),
        incident.reports, "|".join(one.roles),
    ]  # fmt: skip


def _sentences(tie: Tie) -> Iterable[list[Cell]]:
    head: list[Cell] = [tie.subject.id, tie.subject.name, tie.predicate, tie.object.id, tie.object.name]
    head += [tie.confidence, tie.documents]
    if not tie.claims:
        yield head + [None] * 9
    for claim in tie.claims:
        speaker = claim.attributed_to.id if claim.attributed_to else None
        for quote in claim.evidence:
            told = [quote.sentence, quote.document, quote.source, str(quote.published or ""), quote.url, claim.rule]
            yield [*head, claim.polarity, claim.confidence, speaker, *told]


def _ids(refs: Sequence[Ref]) -> str:
    return "|".join(ref.id for ref in refs)
