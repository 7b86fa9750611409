"""What a record becomes: rows of parameters for the statements in cypher/load.

Ids of reports, claims and passages begin with their document's, so that no two documents' can clash.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from casus.ontology import Polarity, Predicate
from casus.records import Claim, Incident, Record, Span, Toll

Row = dict[str, Any]

LOOK_BACK = 31
"""Days: a report from within a wider range is not compared with others, an undated one is taken to be as recent."""

_FORMAT = 2  # to be raised when the same record would become other rows


def digest(record: Record) -> str:
    """Return a hash of all that a document says: the same for the same record, whenever it is loaded."""
    return sha256(f"{_FORMAT}\n{record.line}".encode()).hexdigest()


def document(record: Record) -> Row:
    """Return the document's properties; its text is not kept."""
    return {**record.document.model_dump(exclude={"text"}), "digest": digest(record)}


def mentions(record: Record) -> Iterator[Row]:
    """Yield what the document says of each entity."""
    said = {"type", "name", "iso3", "aliases", "point"}
    for entity in record.entities:
        says = entity.model_dump(include=said) | _places_in_text(entity.mentions)
        yield {"document": record.document.id, "entity": entity.id, "says": says}


def reports(record: Record) -> Iterator[Row]:
    """Yield what the document says of each incident, with what tells it from others."""
    for incident in record.incidents:
        says = {
            "id": within(record, incident.id),
            **incident.model_dump(include={"type", "mode", "status"}),
            **_dates(record, incident),
            **_toll("killed", incident.killed),
            **_toll("wounded", incident.wounded),
            **_parts(record, incident),
            "words": [record.document.text[start:end] for start, end in incident.mentions],
            **_places_in_text(incident.mentions),
        }
        yield {"document": record.document.id, "says": says}


def passages(record: Record) -> Iterator[Row]:
    """Yield each sentence that a claim quotes, once."""
    for start, end in sorted({span for claim in record.claims for span in claim.evidence}):
        sentence = record.document.text[start:end]
        sha = sha256(sentence.encode()).hexdigest()
        says = {"id": _passage(record, (start, end)), "sentence": sentence, "start": start, "end": end, "sha": sha}
        yield {"document": record.document.id, "says": says}


def claims(record: Record) -> Iterator[Row]:
    """Yield each claim with its two ends; those of a symmetric predicate in the order of their ids."""
    incidents = {incident.id: incident for incident in record.incidents}
    for claim in record.claims:
        ends = [
            {"report": within(record, id)} if id in incidents else {"entity": id}
            for id in (claim.subject, claim.object)
        ]
        subject, object_ = sorted(ends, key=str) if claim.predicate.symmetric else ends
        yield {
            "document": record.document.id,
            "says": {
                "id": within(record, claim.id),
                **claim.model_dump(include={"predicate", "polarity", "confidence", "rule", "support"}),
                "said": record.document.published,
                **_valid(claim, incidents.get(claim.subject)),
            },
            "subject": subject,
            "object": object_,
            "speaker": claim.attributed_to,
            "passages": sorted({_passage(record, span) for span in claim.evidence}),
        }


def pairs(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield subject, predicate and object of each claim between entities."""
    for row in claims(record):
        if "entity" in row["subject"] and "entity" in row["object"]:
            yield row["subject"]["entity"], row["says"]["predicate"], row["object"]["entity"]


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
    published = record.document.published
    if incident.date is None:
        return {"window_from": published - timedelta(LOOK_BACK), "window_to": published} if published else {}
    earliest, latest = incident.date.earliest, incident.date.latest
    window: dict[str, date] = {"window_from": earliest, "window_to": latest}
    return {"earliest": earliest, "latest": latest, **(window if latest - earliest <= timedelta(LOOK_BACK) else {})}


def _valid(claim: Claim, incident: Incident | None) -> Row:
    """Return from when to when it holds: what the text says of it, else the days of the incident it is about."""
    dates = incident.date if incident else None
    if claim.valid_from or claim.valid_to or not dates:
        return {"valid_from": claim.valid_from, "valid_to": claim.valid_to}
    return {"valid_from": dates.earliest, "valid_to": dates.latest}


def _parts(record: Record, incident: Incident) -> Row:
    """Return who and where: the ids of actors and places, and the countries those places are in."""
    places = _ends(record.claims, incident, Predicate.LOCATED_IN)
    return {
        "perpetrators": _ends(record.claims, incident, Predicate.PERPETRATOR),
        "targets": _ends(record.claims, incident, Predicate.TARGET),
        "places": places,
        "countries": sorted({entity.iso3 for entity in record.entities if entity.id in places and entity.iso3}),
    }


def _ends(claims: list[Claim], incident: Incident, predicate: Predicate) -> list[str]:
    said = (c for c in claims if c.subject == incident.id and c.predicate is predicate)
    return sorted({claim.object for claim in said if claim.polarity is Polarity.ASSERTED})
