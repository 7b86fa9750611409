"""A row as a record: its text is the row written out ("Event Date: 2024-02-26; Actor Name: …"), its sentence all of it.

Records are made without pydantic's checks, which would take most of the time that a row may take; tests put records of
every set through them.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Any, TypeVar

from pydantic import BaseModel

from casus.datasets.actors import Actor
from casus.datasets.catalogue import DataSet
from casus.datasets.kinds import Kind
from casus.ontology import Polarity, Predicate, Status
from casus.records import Claim, Dates, Document, DocumentKind, Entity, Incident, Record, Span, Toll

M = TypeVar("M", bound=BaseModel)
Days = tuple[date, date]
"""The first and the last day, both included."""

INCIDENT = "i1"


class Telling:
    """A row on its way to a record."""

    def __init__(
        self, source: DataSet, cells: Iterable[tuple[str, str]], published: date, id: str | None = None
    ) -> None:
        """Write out the cells of a row that say something; `id` is the row's own, else it is made from its text."""
        self._source, self._published = source, published
        self._spans: dict[str, Span] = {}
        pieces: list[str] = []
        at = 0
        for column, value in cells:
            if value:
                start = at + len(column) + 2
                at = start + len(value) + 2
                self._spans[column] = (start, at - 2)
                pieces.append(f"{column}: {value}")
        self._text = "; ".join(pieces)
        self._all: list[Span] = [(0, len(self._text))]
        self._id = f"{source.name}/{id or sha256(self._text.encode()).hexdigest()[:16]}"
        self._entities: dict[str, tuple[Actor, list[Span]]] = {}
        self._incidents: list[Incident] = []
        self._claims: list[Claim] = []

    def named(self, actor: Actor, column: str) -> str:
        """Say that a cell names an entity, and return its id."""
        spans = self._entities.setdefault(actor.id, (actor, []))[1]
        if self._spans[column] not in spans:
            spans.append(self._spans[column])
        return actor.id

    def happens(self, kind: Kind, days: Days, column: str, *, killed: tuple[int, int] | None = None) -> None:
        """Say what happens: of which kind, when, and how many are killed, from the lowest figure to the highest."""
        self._incidents.append(
            _made(
                Incident,
                id=INCIDENT,
                type=kind.type,
                mode=kind.mode,
                status=Status.OCCURRED,
                date=_dates(days),
                killed=_toll(killed) if killed else None,
                wounded=None,
                mentions=[self._spans[column]],
            )
        )

    def says(
        self,
        subject: str,
        predicate: Predicate,
        object_: str,
        *,
        support: list[str] | None = None,
        valid_from: date | None = None,
        valid_to: date | None = None,
    ) -> None:
        """Say that a predicate holds between two entities, or the incident and one; from a day on, until a day."""
        number = len(self._claims) + 1
        self._claims.append(
            _made(
                Claim,
                id=f"c{number}",
                subject=subject,
                predicate=predicate,
                object=object_,
                polarity=Polarity.ASSERTED,
                confidence=self._source.confidence,
                attributed_to=None,
                evidence=self._all,
                rule=self._source.name,
                support=support or [],
                valid_from=valid_from,
                valid_to=valid_to,
            )
        )

    def takes_part(self, predicate: Predicate, actor: Actor | None, column: str) -> None:
        """Say who did it, or to whom it was done; nobody in particular is left out."""
        if actor:
            self.says(INCIDENT, predicate, self.named(actor, column))

    def is_in(self, place: Actor | None, column: str) -> None:
        """Say where it happened."""
        if place:
            self.says(INCIDENT, Predicate.LOCATED_IN, self.named(place, column))

    def record(self) -> Record:
        """Return the row as a record."""
        document = _made(
            Document,
            id=self._id,
            text=self._text,
            title=None,
            published=self._published,
            url=None,
            source=self._source.title,
            kind=DocumentKind.DATASET,
        )
        entities = [_entity(actor, spans) for actor, spans in self._entities.values()]
        return _made(Record, document=document, entities=entities, incidents=self._incidents, claims=self._claims)


@lru_cache(maxsize=100_000)
def _dates(days: Days) -> Dates:
    return _made(Dates, earliest=days[0], latest=days[1])


@lru_cache(maxsize=10_000)
def _toll(killed: tuple[int, int]) -> Toll:
    return _made(Toll, min=killed[0], max=killed[1])


def _entity(actor: Actor, spans: list[Span]) -> Entity:
    id, type_, name, iso3, point = actor
    return _made(Entity, id=id, type=type_, name=name, iso3=iso3, mentions=spans, aliases=[], point=point)


def _made(model: type[M], **fields: Any) -> M:
    """Return a model of fields that are right, all of them given; `model_construct` takes five times as long."""
    made = _NEW(model)
    _PUT_FIELDS(made, fields)
    _PUT_GIVEN(made, _GIVEN[model])
    _PUT_EXTRA(made, None)
    _PUT_PRIVATE(made, None)
    return made


_NEW = object.__new__
_PUT_FIELDS, _PUT_GIVEN, _PUT_EXTRA, _PUT_PRIVATE = (
    BaseModel.__dict__[name].__set__
    for name in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
_GIVEN: dict[type[BaseModel], set[str]] = {
    model: set(model.model_fields) for model in (Claim, Dates, Document, Entity, Incident, Record, Toll)
}
