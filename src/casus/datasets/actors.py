"""Who and what the names in a data set stand for, by casus.knowledge; how many are known is counted.

A name is tried as it stands, without what stands in brackets ("Russia (Soviet Union)"), without "Government of", in
capitals where it is as short as an abbreviation, and as a role beside a country or a group ("Police (Australia)",
"Ukrainian Armed Forces", "Armed Forces of Ukraine": see roles.tsv). What is not known becomes an entity of its own,
whose id is made from the name, so that it is the same in every file.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from casus.datasets.catalogue import ROOM
from casus.datasets.tables import table
from casus.knowledge import Knowledge, Known
from casus.knowledge.folding import slug
from casus.ontology import EntityType

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""

_BRACKETS = re.compile(r"(?P<name>[^()]+?)\s*\((?P<inside>[^()]*)\)\s*")
_OF = re.compile(r"(?P<role>.+?) of (?:the )?(?P<country>.+)", re.IGNORECASE)
ABBREVIATED = 4
"""Letters that an abbreviation has at most, of those that a set writes as names: `Eu`."""
_GOVERNMENT = re.compile(r"(?:government|military forces|police forces) of (?:the )?", re.IGNORECASE)
_GROUPS = frozenset({EntityType.ORGANISATION, EntityType.ARMED_GROUP})
_ACTING = frozenset({EntityType.STATE, EntityType.ORGANISATION, EntityType.ARMED_GROUP, EntityType.PERSON})


class Actor(NamedTuple):
    """An entity without its place in a text."""

    id: str
    type: EntityType
    name: str
    iso3: str | None
    point: Point | None = None


@dataclass
class Resolved:
    """How many times names were given, and which of them were not known."""

    names: int = 0
    unknown: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """The share of the times that a name was known, from 0 to 1; 1 where none was given."""
        return 1 - self.unknown.total() / self.names if self.names else 1.0


class Actors:
    """Turns names into entities."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._found: dict[tuple[str, str | None], tuple[Actor | None, bool]] = {}
        self._places: dict[tuple[str, str | None], Actor] = {}
        self.resolved = Resolved()

    def actor(
        self, name: str, country: str | None = None, *, else_: EntityType = EntityType.ORGANISATION
    ) -> Actor | None:
        """Return whom a name stands for; nothing for nobody in particular ("Citizen (Thailand)").

        `country` (ISO 3166-1 alpha-3) tells which of several; `else_` is what an unknown name is taken for.
        """
        key = (name, country)
        if key not in self._found:
            self._found[key] = self._resolve(" ".join(name.split()), country, else_)
        actor, known = self._found[key]
        self.resolved.names += 1
        if not known:
            self.resolved.unknown[name] += 1
        return actor

    def counted(self, actor: Actor) -> Actor:
        """Return an actor that was known by other means than its name, as one more that was known."""
        self.resolved.names += 1
        return actor

    def place(self, name: str, country: str | None = None, point: Point | None = None) -> Actor:
        """Return the place or state of a name; `point` is where one that is not known lies."""
        key = (name, country)
        if key not in self._places:
            self._places[key] = self._place(" ".join(name.split()), country, point)
        return self._places[key]

    @cache  # noqa: B019 (an importer lives as long as its file)
    def state(self, iso3: str | None) -> Actor | None:
        """Return the state of an ISO 3166-1 alpha-3 code, or nothing."""
        known = self._knowledge.get(f"state/{iso3}") if iso3 else None
        return _actor(known) if known else None

    @cache  # noqa: B019 (an importer lives as long as its file)
    def country(self, name: str) -> str | None:
        """Return the code of a country by its name, or nothing."""
        for known in self._readings(name):
            if known.type is EntityType.STATE:
                return known.iso3
        return None

    def _resolve(self, name: str, country: str | None, else_: EntityType) -> tuple[Actor | None, bool]:
        for form in _forms(name):
            if known := self._best(form, country):
                return _actor(known), True
        if known := self._abbreviated(_parted(name)[0], country):
            return _actor(known), True
        for role, beside in _roles_beside(name):
            if as_ := _role(role):
                actor, sure = self._of_role(as_, beside, country)
                if sure or _parted(name) == (role, beside):
                    return actor, sure
        prefix = "person" if else_ is EntityType.PERSON else "org"
        return Actor(f"{prefix}/{slug(name)}", else_, name, country), False

    def _abbreviated(self, name: str, country: str | None) -> Known | None:
        """Return what a short name in capitals is, as `Eu`, unless another country is told than it is of."""
        known = self._best(name.upper(), country) if len(name) <= ABBREVIATED and name.istitle() else None
        return known if known and (country is None or known.iso3 in {country, None}) else None

    def _of_role(self, as_: str, beside: str, country: str | None) -> tuple[Actor | None, bool]:
        """Return who a role beside a name is: the group of that name, or the state, or nobody in particular."""
        group = self._best(beside, None) if beside else None
        if group and group.type in _GROUPS:
            return _actor(group), True
        if as_ == "nobody":
            return None, True
        state = self.state((self.country(beside) if beside else None) or country)
        return state, state is not None

    def _best(self, name: str, country: str | None) -> Known | None:
        found = [known for known in self._readings(name) if known.type in _ACTING]
        return next((known for known in found if country and known.iso3 == country), found[0] if found else None)

    def _place(self, name: str, country: str | None, point: Point | None) -> Actor:
        found = [known for known in self._readings(name) if known.type in {EntityType.PLACE, EntityType.STATE}]
        for known in found:
            if country is None or known.iso3 == country:
                return _actor(known)
        return Actor(f"place/{slug(f'{name} {country or str()}')}", EntityType.PLACE, name, country, point)

    def _readings(self, name: str) -> Iterator[Known]:
        yield from (reading.known for reading in self._knowledge.named(name))


def _forms(name: str) -> Iterable[str]:
    """Yield the name as it may be known: whole, without brackets, without "Government of"."""
    yield name
    bare, inside = _parted(name)
    if inside and not _role(bare):
        yield bare
    if government := _GOVERNMENT.match(bare):
        yield bare[government.end() :]
        if inside:
            yield inside


def _roles_beside(name: str) -> Iterator[tuple[str, str]]:
    """Yield how a name may be parted into a role and the country it is of, which is empty where none is named."""
    role, inside = _parted(name)
    yield role, inside
    if of := _OF.fullmatch(role):
        yield of["role"], of["country"]
    words = role.split()
    for first in (1, 2):
        if len(words) > first:
            yield " ".join(words[first:]), " ".join(words[:first])


def _role(words: str) -> str | None:
    """Return what a role stands for, whether one or several have it."""
    role = words.lower()
    return _roles().get(role) or _roles().get(role.removesuffix("s"))


def _parted(name: str) -> tuple[str, str]:
    """Return a name and what stands in brackets after it."""
    found = _BRACKETS.fullmatch(name)
    return (found["name"], found["inside"]) if found else (name, "")


@cache
def _roles() -> dict[str, str]:
    return dict(table(ROOM / "roles.tsv", "role as comment", lambda cells: (cells["role"], cells["as"])))


def _actor(known: Known) -> Actor:
    point = (known.latitude, known.longitude) if known.latitude is not None and known.longitude is not None else None
    return Actor(known.id, known.type, known.name, known.iso3, point)
