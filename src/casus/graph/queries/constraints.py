"""What every question about relationships can be narrowed by: a moment, dates, and what a path may lead through."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from casus.errors import BadInput
from casus.ontology import EventType, Predicate

LEAST = 1e-6
"""The smallest confidence that a relationship can have: confidences are rounded to six places, and 0 is none."""

Direction = Literal["either", "forward", "backward"]


@dataclass(frozen=True)
class Moment:
    """What held on a day, by what had been reported by a day, as sure as asked for.

    `as_of`: backing that holds on this day, incidents that had happened by it. `known_by`: only what documents
    published on this day or earlier say; confidences are those of that day. `least`: the confidence (0 to 1) of every
    step. Days left out: all that was ever said.
    """

    as_of: date | None = None
    known_by: date | None = None
    least: float = 0

    def __post_init__(self) -> None:
        if not 0 <= self.least <= 1:
            raise BadInput(f"least: {self.least} is no confidence, from 0 to 1")

    @property
    def parameters(self) -> dict[str, Any]:
        """As the statements take them: in one map, since Neo4j plans anew for each type that a parameter can have."""
        return {"at": {"as_of": self.as_of, "known_by": self.known_by, "least": max(self.least, LEAST)}}


@dataclass(frozen=True)
class Period:
    """Days on which an incident can have happened, both included; null: open."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise BadInput(f"since: {self.since} is after until, {self.until}")

    @property
    def parameters(self) -> dict[str, Any]:
        """As the statements take them."""
        return {"period": {"since": self.since, "until": self.until}}


@dataclass(frozen=True)
class Route:
    """What a proxy path may look like.

    `ties`: what makes an actor part of a side, backed-by or part-of. `direction`: whether the first actor's side did
    it (forward), suffered it (backward), or either. `types`: of the incident; none: all. `avoid`, `via`: ids of actors
    that no path leads through, or every path.
    """

    ties: frozenset[Predicate] = frozenset({Predicate.BACKED_BY})
    direction: Direction = "either"
    types: frozenset[EventType] = frozenset()
    period: Period = field(default_factory=Period)
    avoid: frozenset[str] = frozenset()
    via: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not self.ties or not self.ties <= {Predicate.BACKED_BY, Predicate.PART_OF}:
            raise BadInput("ties: a side is made by backed-by, part-of, or both")
        if both := self.avoid & self.via:
            raise BadInput(f"avoid: {min(both)!r} is to be avoided and to be led through")

    @property
    def chooses(self) -> bool:
        """Whether some incidents between two actors are fit for a path and others are not."""
        return bool(self.types) or self.period != Period()

    @property
    def parameters(self) -> dict[str, Any]:
        """As cypher/query/proxy_paths takes them."""
        route = {
            "ties": sorted(tie.relationship for tie in self.ties),
            "part": {"either": None, "forward": "PERPETRATOR", "backward": "TARGET"}[self.direction],
            "types": sorted(self.types) or None,
            "avoid": sorted(self.avoid),
            "via": sorted(self.via),
        }
        return {"route": route, **self.period.parameters}


EVER = Moment()
ANY_TIME = Period()
ANY_WAY = Route()
