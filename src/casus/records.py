"""The extraction record: what one document says, one JSON object a line.

The wire format is a contract with scorers and loaders; whatever reads or writes a record goes through these models.
Offsets are Python string indices into the document's text, half-open.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from casus.errors import BadRecord
from casus.ontology import MODES, EntityType, EventType, Polarity, Predicate, Status

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
Mentions = Annotated[list[Span], Field(min_length=1)]


Point = tuple[Annotated[float, Field(ge=-90, le=90)], Annotated[float, Field(ge=-180, le=180)]]


class DocumentKind(StrEnum):
    """What a document is: a text that was read, or a row of a data set."""

    TEXT = "text"
    DATASET = "dataset"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(_Part):
    """A text as it was read; `text` is what all offsets are into."""

    id: Annotated[str, Field(min_length=1, max_length=500)]
    text: Annotated[str, Field(repr=False)]
    title: str | None = None
    published: date | None = None
    url: str | None = None
    source: Annotated[str | None, Field(description="Who published it.")] = None
    kind: Annotated[DocumentKind, Field(description="A text, or a row of a data set.")] = DocumentKind.TEXT


class Entity(_Part):
    """Who or what takes part: a state, group, organisation, person or place, with where the text names it."""

    id: Annotated[str, Field(pattern=r"^(state|org|person|place)/\S+$")]
    type: EntityType
    name: Annotated[str, Field(min_length=1)]
    iso3: Annotated[str | None, Field(description="Of the state itself, or the country it belongs to or lies in.")] = (
        None
    )
    mentions: Mentions
    aliases: Annotated[list[str], Field(description="Other names it is known by.")] = []
    point: Annotated[Point | None, Field(description="Of a place: latitude and longitude, in degrees.")] = None


class Dates(_Part):
    """From the earliest to the latest day on which the incident can have happened, both included."""

    earliest: date
    latest: date

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} is after latest {self.latest}")
        return self


class Toll(_Part):
    """How many people; `max` is null where the text leaves it open ("at least ten")."""

    min: Annotated[int, Field(ge=0)]
    max: Annotated[int | None, Field(ge=0)]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is more than max {self.max}")
        return self


class Incident(_Part):
    """One real event of the document, with every mention of it."""

    id: Annotated[str, Field(min_length=1)]
    type: EventType
    mode: str | None = None
    status: Status
    date: Dates | None = None
    killed: Toll | None = None
    wounded: Toll | None = None
    mentions: Mentions

    @model_validator(mode="after")
    def _mode_of_type(self) -> Self:
        if self.mode is not None and self.mode not in MODES.get(self.type, frozenset()):
            raise ValueError(f"mode {self.mode!r} is not one of {self.type}")
        return self


class Claim(_Part):
    """That a predicate holds, or does not, between two of the record's entities and incidents, and where it is said."""

    id: Annotated[str, Field(min_length=1)]
    subject: str
    predicate: Predicate
    object: str
    polarity: Polarity = Polarity.ASSERTED
    confidence: Annotated[float, Field(ge=0, le=1)]
    attributed_to: Annotated[str | None, Field(description="The entity on whose word it stands.")] = None
    evidence: Annotated[Mentions, Field(description="The whole sentences that carry it.")]
    rule: Annotated[str | None, Field(description="What read it from the text.")] = None
    support: Annotated[list[str], Field(description="For backed-by: the kinds of support.")] = []
    valid_from: Annotated[date | None, Field(description="The first day it holds, where the text says so.")] = None
    valid_to: Annotated[date | None, Field(description="The last day it holds, where the text says so.")] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_from > self.valid_to:
            raise ValueError(f"valid_from {self.valid_from} is after valid_to {self.valid_to}")
        return self


class Record(_Part):
    """All that one document says."""

    document: Document
    entities: list[Entity] = []
    incidents: list[Incident] = []
    claims: list[Claim] = []

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for problem in self._problems():
            raise ValueError(problem)
        return self

    def _problems(self) -> Iterator[str]:
        yield from self._repeated_ids()
        yield from self._spans_outside()
        yield from self._loose_ends()

    def _repeated_ids(self) -> Iterator[str]:
        for key, ids in (
            ("entities", [item.id for item in self.entities]),
            ("incidents", [item.id for item in self.incidents]),
            ("claims", [item.id for item in self.claims]),
        ):
            yield from (f"{key}: the id {one!r} stands twice" for one in sorted(_twice(ids)))

    def _spans_outside(self) -> Iterator[str]:
        length = len(self.document.text)
        for key, spans in self._spans():
            for start, end in spans:
                if not start < end <= length:
                    yield f"{key}: [{start}, {end}] is not inside a text of {length} characters"

    def _spans(self) -> Iterator[tuple[str, list[Span]]]:
        yield from ((f"entities[{n}].mentions", item.mentions) for n, item in enumerate(self.entities))
        yield from ((f"incidents[{n}].mentions", item.mentions) for n, item in enumerate(self.incidents))
        yield from ((f"claims[{n}].evidence", item.evidence) for n, item in enumerate(self.claims))

    def _loose_ends(self) -> Iterator[str]:
        entities = {item.id for item in self.entities}
        incidents = {item.id for item in self.incidents}
        for number, claim in enumerate(self.claims):
            subjects = incidents if claim.predicate.of_incidents else entities | incidents
            objects = incidents if claim.predicate.between_incidents else entities
            for field, end, allowed in (
                ("subject", claim.subject, subjects),
                ("object", claim.object, objects),
                ("attributed_to", claim.attributed_to, entities | {None}),
            ):
                if end not in allowed:
                    yield f"claims[{number}].{field}: {end!r} is not in the record, or not what {claim.predicate} takes"

    @property
    def line(self) -> str:
        """The record as one line of JSON, without the line feed."""
        return self.model_dump_json()


def parse(line: str | bytes, where: str) -> Record:
    """Read one line of JSON; `where` names file and line. Raises BadRecord, naming the field."""
    try:
        return Record.model_validate_json(line)
    except ValidationError as error:
        raise BadRecord(f"{where}: {explain(error)}") from None


def explain(error: ValidationError) -> str:
    """Return what is wrong with a model in one line: field and reason, the first of them and how many more."""
    first, *more = error.errors(include_url=False)
    field = ".".join(map(str, first["loc"])) or "record"
    rest = f" (and {len(more)} more)" if more else ""
    return f"{field}: {first['msg'].removeprefix('Value error, ')}{rest}"


def _twice(ids: Iterable[str]) -> set[str]:
    return {one for one, times in Counter(ids).items() if times > 1}
