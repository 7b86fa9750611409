"""How types, dates and tolls are put into words."""

from datetime import date

from casus.graph.answers import Dates, Toll
from casus.ontology import EntityType, Predicate

TYPES: dict[str, str] = {
    EntityType.STATE: "State",
    EntityType.ORGANISATION: "Organisation",
    EntityType.ARMED_GROUP: "Armed group",
    EntityType.PERSON: "Person",
    EntityType.PLACE: "Place",
    "Incident": "Incident",
}


PREDICATES: dict[Predicate, tuple[str, str]] = {
    Predicate.BACKED_BY: ("is backed by", "backed by"),
    Predicate.RETALIATES_FOR: ("answers", "answers"),
    Predicate.CAUSED_BY: ("was caused by", "caused by"),
    Predicate.LOCATED_IN: ("was in", "in"),
    Predicate.PERPETRATOR: ("was done by", "by"),
    Predicate.TARGET: ("was against", "against"),
    Predicate.PART_OF: ("is part of", "part of"),
    Predicate.DISTINCT_FROM: ("is not the same as", "not the same as"),
}
"""How a predicate reads between its subject and its object, in a sentence and on an arrow."""


def day(when: date | None) -> str:
    """Return a day as `3 Jan 2020`; nothing for none."""
    return f"{when.day} {when:%b %Y}" if when else ""


def days(dates: Dates | None) -> str:
    """Return a span of days; one day by itself."""
    if dates is None:
        return ""
    return day(dates.earliest) if dates.earliest == dates.latest else f"{day(dates.earliest)} – {day(dates.latest)}"


def people(toll: Toll | None, what: str) -> str:
    """Return how many were killed or wounded: `at least 3 killed`; nothing where it is not known or was nobody."""
    if toll is None or toll.max == 0:
        return ""
    if toll.max is None:
        return f"at least {toll.min} {what}"
    return f"{toll.min} {what}" if toll.min == toll.max else f"{toll.min} to {toll.max} {what}"


def some(number: int, what: str, plural: str | None = None) -> str:
    """Return a number with its noun: `1 claim`, `2 claims`."""
    return f"{number:,} {what if number == 1 else plural or what + 's'}"
