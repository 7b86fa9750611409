"""What a page can be narrowed down to. Every filter stands in the page's address, so that a view can be shared."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query
from pydantic import BeforeValidator

from casus.errors import BadInput
from casus.graph.answers import Claim
from casus.graph.queries import Moment
from casus.ontology import EventType


def _given(value: Any) -> Any:
    """Take a field that was left empty in a form for one that was not sent."""
    return None if value == "" else value


Given = BeforeValidator(_given)
Day = Annotated[date | None, Given, Query()]


@dataclass(frozen=True)
class Filters:
    """By date, type, confidence and source, and by what held on a day, as had been reported by a day."""

    since: Day = None
    until: Day = None
    type: Annotated[EventType | None, Given, Query()] = None
    confidence: Annotated[float, Query(ge=0, le=1)] = 0
    source: Annotated[str | None, Given, Query(max_length=500)] = None
    as_of: Day = None
    known_by: Day = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise BadInput(f"since: {self.since} is after until, {self.until}")

    @property
    def moment(self) -> Moment:
        """What held on the day, by what had been reported, and as sure."""
        return Moment(self.as_of, self.known_by, self.confidence)

    @property
    def of_claims(self) -> bool:
        """Whether it takes a relationship's claims to know if it passes."""
        return any((self.since, self.until, self.source))

    def admit(self, confidence: float | None, claims: Sequence[Claim]) -> bool:
        """Whether a relationship is as sure, and any claim about it of the source and published within the dates.

        One that is only denied is as sure as its surest denial.
        """
        sure = max((claim.confidence for claim in claims), default=0) if confidence is None else confidence
        return sure >= self.confidence and any(map(self._admits, claims))

    def _admits(self, claim: Claim) -> bool:
        day = claim.published
        return (
            (self.source is None or any(quote.source == self.source for quote in claim.evidence))
            and (self.since is None or (day is not None and day >= self.since))
            and (self.until is None or (day is not None and day <= self.until))
            and (self.known_by is None or (day is not None and day <= self.known_by))
        )

    @property
    def set(self) -> dict[str, Any]:
        """Those that narrow anything down, by name."""
        return {name: value for name, value in asdict(self).items() if value}

    def query(self, **more: Any) -> str:
        """Return them as the query of an address, with `?`, or nothing where nothing is set."""
        given = {name: value for name, value in {**more, **self.set}.items() if value not in (None, "")}
        return f"?{urlencode(given)}" if given else ""
