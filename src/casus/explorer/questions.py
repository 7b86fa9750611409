"""What the explorer asks beyond the API's questions: one function for each statement in cypher/explorer."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, TypeVar

from pydantic import Field

from casus.explorer.filters import Filters
from casus.graph.answers import Answer, Claim, Day, Incident, Ref
from casus.graph.queries.question import Question, Rows
from casus.graph.statements import statement
from casus.ontology import Predicate

A = TypeVar("A", bound=Answer)
Key = tuple[str, Predicate, str]
"""A relationship: its subject's id, its predicate, its object's id."""

MOST = 1000
"""Incidents a page tells of."""


class Scope(Answer):
    """What filters can choose from."""

    sources: list[str]
    first: Day | None
    last: Day | None


class Part(Answer):
    """An incident, and the part that an entity had in it."""

    roles: list[Predicate]
    confidence: Annotated[float, Field(ge=0, le=1)]
    incident: Incident


class Denied(Answer):
    """A backing that some text denies."""

    subject: Ref
    object: Ref


class Said(Answer):
    """A relationship, before its claims are looked at; `confidence` is None where it is only denied."""

    subject: Ref
    predicate: Predicate
    object: Ref
    confidence: float | None = None
    documents: int = 0


class Prominent(Answer):
    """An actor with proxies."""

    actor: Ref
    proxies: int


def scope() -> Question[Scope]:
    """Who published what there is, and from when to when it reaches."""
    return Question(statement("explorer/scope"), {}, lambda rows: Scope.model_validate(rows[0]))


def parts(id: str, filters: Filters) -> Question[list[Part]]:
    """The incidents an entity had a part in, the latest first, at most 1,000."""
    by = {
        "since": filters.since,
        "until": _earlier(filters.until, filters.as_of),
        "known_by": filters.known_by,
        "type": filters.type,
        "least": filters.confidence,
        "source": filters.source,
    }
    parameters = {"id": id, "by": by, "limit": MOST}
    return Question(statement("explorer/parts"), parameters, _read(Part))


def between(pairs: Iterable[Key]) -> Question[list[Claim]]:
    """The claims behind relationships, given as subject, predicate and object."""
    return Question(statement("explorer/between"), {"pairs": _maps(pairs)}, _read(Claim))


def relations(pairs: Iterable[Key]) -> Question[list[Said]]:
    """How sure relationships are, of those that there are."""
    return Question(statement("explorer/relations"), {"pairs": _maps(pairs)}, _read(Said))


def denied(id: str) -> Question[list[Denied]]:
    """The backing that some text denies, of an actor or by it."""
    return Question(statement("explorer/denied"), {"id": id}, _read(Denied))


def prominent(limit: int) -> Question[list[Prominent]]:
    """The actors with most proxies."""
    return Question(statement("explorer/prominent"), {"limit": limit}, _read(Prominent))


def _read(model: type[A]) -> Callable[[Rows], list[A]]:
    return lambda rows: [model.model_validate(row) for row in rows]


def _maps(pairs: Iterable[Key]) -> list[dict[str, str]]:
    return [
        {"subject": subject, "predicate": predicate.value, "object": object} for subject, predicate, object in pairs
    ]


def _earlier(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day]
    return min(days) if days else None
