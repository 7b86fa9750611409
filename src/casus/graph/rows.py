"""What a record becomes: rows of parameters for the statements in cypher/load.

Ids of reports, claims and passages begin with their document's, so that no two documents' can clash.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from casus.ontology import EntityType, Polarity, Predicate
from casus.records import Claim, Incident, Record, Span, Toll

Row = dict[str, Any]
Kept = Mapping[str, str]
"""Ids that are taken to be another entity's, each with that entity's."""

LOOK_BACK = 31
"""Days: a report from within a wider range is not compared with others, an undated one is taken to be as recent."""

ANSWERED = 14
"""Days: an undated incident that another answers is looked for among those before the answer."""

NEARBY = 300
"""Characters: places that are named as near as this to an incident may be where it was."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]{4,}")
_BEGINNING = 5  # letters: enough to tell words apart, and little enough that their forms are alike

_FORMAT = 2  # to be raised when the same record would become other rows


def digest(record: Record) -> str:
    """Return a hash of all that a document says: the same for the same record, whenever it is loaded."""
    return sha256(f"{_FORMAT}\n{record.line}".encode()).hexdigest()


def document(record: Record) -> Row:
    """Return the document's properties; its text is not kept."""
    return {**record.document.model_dump(exclude={"text"}), "digest": digest(record)}


def mentions(record: Record, kept: Kept) -> Iterator[Row]:
    """Yield what the document says of each entity."""
    said = {"type", "name", "iso3", "aliases", "point"}
    for entity in record.entities:
        says = entity.model_dump(include=said) | _places_in_text(entity.mentions)
        yield {"document": record.document.id, "entity": entity.id, "kept": kept.get(entity.id), "says": says}


def reports(record: Record, kept: Kept) -> Iterator[Row]:
    """Yield what the document says of each incident, with what tells it from others."""
    for incident in record.incidents:
        says = {
            "id": within(record, incident.id),
            "heads": incident_id(within(record, incident.id)),
            **incident.model_dump(include={"type", "mode", "status"}),
            **_dates(record, incident),
            **_toll("killed", incident.killed),
            **_toll("wounded", incident.wounded),
            **_parts(record, incident, kept),
            "terms": sorted(_terms(record, incident)),
            "words": [record.document.text[start:end] for start, end in incident.mentions],
            **_places_in_text(incident.mentions),
        }
        yield {"document": record.document.id, "published": record.document.published, "says": says}


def passages(record: Record) -> Iterator[Row]:
    """Yield each sentence that a claim quotes, once."""
    for start, end in sorted({span for claim in record.claims for span in claim.evidence}):
        sentence = record.document.text[start:end]
        sha = sha256(sentence.encode()).hexdigest()
        says = {"id": _passage(record, (start, end)), "sentence": sentence, "start": start, "end": end, "sha": sha}
        yield {"document": record.document.id, "says": says}


def claims(record: Record, kept: Kept) -> Iterator[Row]:
    """Yield each claim with its two ends; those of a symmetric predicate in the order of their ids."""
    incidents = {incident.id: incident for incident in record.incidents}
    for claim in record.claims:
        ends = sorted((claim.subject, claim.object)) if claim.predicate.symmetric else (claim.subject, claim.object)
        subject, object_ = ({"report": within(record, id)} if id in incidents else _named(id, kept) for id in ends)
        yield {
            "document": record.document.id,
            "kind": record.document.kind,
            "says": {
                "id": within(record, claim.id),
                **claim.model_dump(include={"predicate", "polarity", "confidence", "rule", "support"}),
                "said": record.document.published,
                **_valid(claim, incidents.get(claim.subject)),
            },
            "subject": subject,
            "object": object_,
            "speaker": _named(claim.attributed_to, kept) if claim.attributed_to else None,
            "passages": sorted({_passage(record, span) for span in claim.evidence}),
        }


def incident_id(report: str) -> str:
    """Return the id of an incident whose first report this is."""
    return f"incident/{sha256(report.encode()).hexdigest()[:16]}"


def within(record: Record, id: str) -> str:
    """Return an id that no other document's can equal: the document's, and after the last slash the record's own."""
    own = id.removeprefix(f"{record.document.id}/").replace("%", "%25").replace("/", "%2F")
    return f"{record.document.id}/{own}"


def _passage(record: Record, span: Span) -> str:
    return f"{record.document.id}/{span[0]}-{span[1]}"


def _places_in_text(spans: list[Span]) -> Row:
    return {"starts": [start for start, _ in spans], "ends": [end for _, end in spans]}


def _toll(name: str, toll: Toll | None) -> Row:
    return {f"{name}_min": toll.min, f"{name}_max": toll.max} if toll else {}


def _dates(record: Record, incident: Incident) -> Row:
    """Return the days on which it can have happened, and those in which to look for other reports of it."""
    if incident.date is None:
        last, days = _answer(record, incident)
        return {"window_from": last - timedelta(days), "window_to": last} if last else {}
    earliest, latest = incident.date.earliest, incident.date.latest
    window: dict[str, date] = {"window_from": earliest, "window_to": latest}
    return {"earliest": earliest, "latest": latest, **(window if latest - earliest <= timedelta(LOOK_BACK) else {})}


def _answer(record: Record, incident: Incident) -> tuple[date | None, int]:
    """Return the last day on which an undated incident can have been, and how many days before it to look."""
    by_id = {one.id: one for one in record.incidents}
    answers = (c.subject for c in record.claims if c.predicate is Predicate.RETALIATES_FOR and c.object == incident.id)
    days = [dates.latest for id in answers if (dates := by_id[id].date)]
    return (min(days), ANSWERED) if days else (record.document.published, LOOK_BACK)


def _valid(claim: Claim, incident: Incident | None) -> Row:
    """Return from when to when it holds: what the text says of it, else the days of the incident it is about."""
    dates = incident.date if incident else None
    if claim.valid_from or claim.valid_to or not dates:
        return {"valid_from": claim.valid_from, "valid_to": claim.valid_to}
    return {"valid_from": dates.earliest, "valid_to": dates.latest}


def _named(id: str, kept: Kept) -> Row:
    return {"merged": id} if id in kept else {"entity": id}


def _parts(record: Record, incident: Incident, kept: Kept) -> Row:
    """Return who and where: the ids of actors and places, and the countries those places are in."""
    places = _ends(record.claims, incident, Predicate.LOCATED_IN)
    perpetrators = _ends(record.claims, incident, Predicate.PERPETRATOR)
    targets = _ends(record.claims, incident, Predicate.TARGET)
    return {
        "perpetrators": sorted({kept.get(id, id) for id in perpetrators}),
        "targets": sorted({kept.get(id, id) for id in targets}),
        "places": sorted({kept.get(id, id) for id in places}),
        "countries": sorted({entity.iso3 for entity in record.entities if entity.id in places and entity.iso3}),
        "near": sorted(_near(record, incident)),
    }


def _near(record: Record, incident: Incident) -> Iterator[str]:
    """Yield the places that the text names near to where it tells of the incident."""
    for entity in record.entities:
        if entity.type is EntityType.PLACE and any(
            abs(place - told) <= NEARBY for place, _ in entity.mentions for told, _ in incident.mentions
        ):
            yield entity.id


def _terms(record: Record, incident: Incident) -> set[str]:
    """Return the beginnings of the words of the sentences that tell of the incident; short words are left out."""
    text = record.document.text
    ends = [match.end() for match in _SENTENCE_END.finditer(text)] + [len(text)]
    sentences = set()
    for start, _ in incident.mentions:
        place = bisect_right(ends, start)
        sentences.add((ends[place - 1] if place else 0, ends[min(place, len(ends) - 1)]))
    words = (word for start, end in sentences for word in _WORD.findall(text[start:end].casefold()))
    return {word[:_BEGINNING] for word in words}


def _ends(claims: list[Claim], incident: Incident, predicate: Predicate) -> list[str]:
    said = (c for c in claims if c.subject == incident.id and c.predicate is predicate)
    return sorted({claim.object for claim in said if claim.polarity is Polarity.ASSERTED})
