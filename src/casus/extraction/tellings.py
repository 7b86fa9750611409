"""What a sentence tells of an incident, and the incident that several tellings are of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from spacy.tokens import Token

from casus.extraction.happenings import Happening
from casus.extraction.parties import Party
from casus.extraction.tolls import Tolls
from casus.knowledge import Known
from casus.ontology import EntityType, EventType, Status
from casus.records import Dates

_HELD = 12


@dataclass(eq=False)
class Telling:
    """A happening with all that its own words say of it."""

    happening: Happening
    status: Status
    perpetrators: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    patients: tuple[Token, ...] = ()
    places: tuple[Known, ...] = ()
    days: Dates | None = None
    moment: Dates | None = None
    """Its days, from a supposed day of publication where the text has none: good for comparing tellings only."""
    tolls: Tolls = field(default_factory=Tolls)
    doers: tuple[Token, ...] = ()
    """The heads of the phrases that act, also those that stand for nobody known."""

    @property
    def head(self) -> Token:
        """The word that tells of it."""
        return self.happening.head


@dataclass(eq=False)
class Event:
    """One incident of the story, with all its tellings in the order of the text."""

    tellings: list[Telling]

    @property
    def type(self) -> EventType:
        """The type of its first telling."""
        return self.tellings[0].happening.type

    @property
    def last(self) -> Telling:
        """Its latest telling."""
        return self.tellings[-1]

    @property
    def recent(self) -> list[Telling]:
        """Its first telling and the latest ones: what a new telling is held against."""
        return self.tellings if len(self.tellings) <= _HELD else [self.tellings[0], *self.tellings[1 - _HELD :]]

    @property
    def head(self) -> Token:
        """Where it is first told."""
        return self.tellings[0].happening.head


def told_last(events: Iterable[Event], before: Token) -> Event | None:
    """Return which of some incidents was told last before a token, for the first time or again."""
    told = ((one.head.i, event) for event in events for one in event.tellings if one.head.i < before.i)
    return max(told, key=itemgetter(0), default=(0, None))[1]


def actors(parties: Sequence[Party]) -> set[str]:
    """Return the actors that have a name: one without can turn out to be any of them."""
    return {party.known.id for party in parties if party.known.kind != "unnamed"}


def people(parties: Sequence[Party]) -> set[str]:
    """Return the persons among parties."""
    return {party.known.id for party in parties if party.known.type is EntityType.PERSON}
