"""What the reports of an incident, and the claims about it, contradict each other in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Annotated, TypeVar

from pydantic import Field

from casus.graph.answers.base import Answer, Ref
from casus.graph.answers.claims import Claim
from casus.graph.answers.incidents import Dates, Report, Toll
from casus.ontology import Polarity, Status

T = TypeVar("T")


class Side(Answer):
    """What some documents say, against others."""

    says: Annotated[str, Field(description="The figure, the days, the status, or asserted or denied.")]
    documents: Annotated[list[str], Field(description="The ids of the documents that say so.")]


class Contradiction(Answer):
    """What documents contradict each other in; nothing is averaged."""

    about: Annotated[str, Field(description="killed, wounded, date, status, or a claim's predicate.")]
    entity: Annotated[Ref | None, Field(description="Of claims: the entity of which they say it.")] = None
    sides: Annotated[list[Side], Field(description="Each side, the one with most documents first.")]


def contradictions(reports: list[Report], claims: Iterable[Claim]) -> list[Contradiction]:
    """Return what reports of one incident and claims about it contradict each other in.

    Figures and days contradict each other where nothing would fit both; a status, where some have it that the incident
    happened and others that it did not; claims, where one is asserted by some documents and denied by others.
    """
    return [*_told(reports), *_claimed(claims)]


def _told(reports: list[Report]) -> Iterator[Contradiction]:
    yield from _between("killed", [(one.document, one.killed) for one in reports], _tolls_apart, _toll)
    yield from _between("wounded", [(one.document, one.wounded) for one in reports], _tolls_apart, _toll)
    yield from _between("date", [(one.document, one.date) for one in reports], _days_apart, _days)
    yield from _between("status", [(one.document, one.status) for one in reports], _one_denied, str)


def _between(
    about: str, told: list[tuple[str, T | None]], apart: Callable[[T, T], bool], written: Callable[[T], str]
) -> Iterator[Contradiction]:
    """Yield a contradiction where two of those that say something say what cannot both be."""
    said = [(document, value) for document, value in told if value is not None]
    if any(apart(one, other) for one, other in combinations({value for _, value in said}, 2)):
        yield Contradiction(about=about, sides=_sides((written(value), document) for document, value in said))


def _claimed(claims: Iterable[Claim]) -> Iterator[Contradiction]:
    about: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        about[claim.predicate, claim.subject.id, claim.object.id].append(claim)
    for (predicate, _, _), said in sorted(about.items()):
        if {claim.polarity for claim in said} == set(Polarity):
            sides = _sides((claim.polarity, claim.document) for claim in said)
            yield Contradiction(about=predicate, entity=said[0].object, sides=sides)


def _sides(said: Iterable[tuple[str, str]]) -> list[Side]:
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    for word, document in said:
        by_word[word].add(document)
    sides = [Side(says=word, documents=sorted(documents)) for word, documents in by_word.items()]
    return sorted(sides, key=lambda side: (-len(side.documents), side.says))


def _tolls_apart(one: Toll, other: Toll) -> bool:
    return (one.max is not None and one.max < other.min) or (other.max is not None and other.max < one.min)


def _days_apart(one: Dates, other: Dates) -> bool:
    return one.latest < other.earliest or other.latest < one.earliest


def _one_denied(one: Status, other: Status) -> bool:
    return (one is Status.DENIED) != (other is Status.DENIED)


def _toll(toll: Toll) -> str:
    if toll.max is None:
        return f"{toll.min} or more"
    return str(toll.min) if toll.min == toll.max else f"{toll.min} to {toll.max}"


def _days(dates: Dates) -> str:
    return str(dates.earliest) if dates.earliest == dates.latest else f"{dates.earliest} to {dates.latest}"
