"""What Casus knows: states, organisations, armed groups, people and places, and what a name can stand for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casus.ontology import EntityType

KINDS: dict[str, EntityType] = (
    dict.fromkeys("state territory former-state de-facto-state".split(), EntityType.STATE)
    | dict.fromkeys(
        "government-body ministry force agency party alliance coalition igo mission ngo movement company media court"
        " union religious-body".split(),
        EntityType.ORGANISATION,
    )
    | {"armed-group": EntityType.ARMED_GROUP, "person": EntityType.PERSON}
    | dict.fromkeys(
        "capital city district province region continent base airport port camp border-crossing sea strait gulf bay"
        " ocean island river lake mountain desert plain cape canal building landmark pipeline plant".split(),
        EntityType.PLACE,
    )
)
"""The kinds a data file may name, and the type of each."""


@dataclass(frozen=True, slots=True)
class Known:
    """One row of a data file: something that news names.

    `iso3` is of the state itself, else of the country that it belongs to or lies in. `since` and `until` are the first
    and last day known, a bare year standing for its first or last day. `parent` is the id of the larger organisation
    it is part of, or of the place or state that contains it.
    """

    id: str
    type: EntityType
    name: str
    iso3: str | None
    kind: str
    since: date | None
    until: date | None
    parent: str | None
    latitude: float | None
    longitude: float | None
    aliases: tuple[str, ...]


class Role(StrEnum):
    """How a name stands for what is known."""

    NAME = "name"
    ALIAS = "alias"
    ABBREVIATION = "abbreviation"
    """An alias without a lower-case letter: found in capitals only."""
    DEMONYM = "demonym"
    """The adjective: "Iranian"."""
    NATIONALS = "nationals"
    """The people: "Saudis", "an Iraqi"."""
    CAPITAL = "capital"
    """A city that can stand for the government: the reading is the state's; the city's own is NAME."""
    SEAT = "seat"
    """What stands for the government: "the Kremlin", "the Pentagon"."""
    FORCE = "force"
    """A state's body that stands for the state."""
    SURNAME = "surname"
    """The part by which news calls a person."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a name can stand for."""

    known: Known
    role: Role


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a sentence: token indices, half-open, and all that it can stand for."""

    start: int
    end: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A dated role: what the person was, for which state or body, from when to when (both included; None: open)."""

    title_class: str
    title: str
    iso3: str | None
    since: date | None
    until: date | None
    body: str | None = None
    """The id of the organisation or group that the person led, where it is not the state."""

    def held(self, on: date) -> bool:
        """Whether the office was held on that day."""
        return (self.since or date.min) <= on <= (self.until or date.max)


OFFICE_RANK: Sequence[str] = (
    "head-of-state head-of-government leader foreign defence military intelligence interior vice-president"
    " deputy-head-of-government security commander envoy spokesperson governor diplomat minister official"
).split()
"""The classes of office, the one that news most likely means first."""
