"""The index: all that is known, by id and by name.

Rows are read when they are asked for; what each name can stand for comes from the prepared form of the shipped files
where it fits them. A user's files are read whole, so that a mistake in them is told at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from casus.errors import BadData
from casus.knowledge import checking, ftm, prepared, tables
from casus.knowledge.folding import Folding
from casus.knowledge.known import OFFICE_RANK, Found, Known, Office, Reading, Role
from casus.knowledge.names import Case, Names, case_of
from casus.knowledge.tables import Cells, Table
from casus.ontology import EntityType

DATA = Path(__file__).parent / "data"
PREPARED = DATA / "names.gz"

_FIRST = ("states.tsv", "places.tsv", "armed_groups.tsv", "organisations.tsv", "people.tsv", "cities.tsv")
"""The files whose readings of a name come before all others', in this order."""
_STRENGTH = dict.fromkeys(Role, 1) | {Role.NAME: 0, Role.SURNAME: 2}
_ACTORS = frozenset((EntityType.STATE, EntityType.ORGANISATION, EntityType.ARMED_GROUP))

Line = tuple[Table, int, str]
"""A row where it stands: its file, its line number, its text."""


class Knowledge:
    """What Casus knows; made by `load`."""

    def __init__(self, files: Sequence[Table]) -> None:
        rules = dict(pair for table in _listing("word", files) for _, pair in table.parsed(tables.word))
        spellings = dict(pair for table in _listing("variant", files) for _, pair in table.parsed(tables.spelling))
        self._folding = Folding(spellings)
        self._names = Names(self._folding, rules)
        self._lines: dict[str, Line] = {tables.first_cell(line[2]): line for line in _lines("id", files)}
        self._offices = _by_person(_lines("person", files))
        self._known: dict[str, Known] = {}
        self._packed: dict[str, str] = {}
        self._readings: dict[str, tuple[Reading, ...]] = {}

    @classmethod
    def load(cls, extra: Path | None = None) -> Knowledge:
        """Load what is shipped and, if given, a folder of the user's own files: data files and FollowTheMoney entities.

        A row of the user's replaces the shipped row of the same id and adds its names. Raises Unreadable where a file
        cannot be read, BadData with file and line where one breaks the format.
        """
        files, fitting = shipped()
        own = _own(extra) if extra else []
        knowledge = cls([*files, *own])
        respelt = bool(_listing("variant", own))
        knowledge._take((None if respelt else prepared.read(PREPARED, fitting)) or knowledge._folded(files))
        knowledge._take(knowledge._folded(own))
        for path in ftm.files(extra) if extra else ():
            knowledge._take_entities(ftm.read(path, knowledge._countries()))
        return knowledge

    def get(self, id: str) -> Known | None:
        """Return what has this id, or nothing."""
        if id not in self._known and id in self._lines:
            self._known[id] = _parsed(self._lines[id])
        return self._known.get(id)

    def named(self, name: str) -> tuple[Reading, ...]:
        """Return all that a name can stand for; abbreviations in capitals, other names in any case."""
        bare = name.removeprefix("the ").removeprefix("The ")
        return self._read(self._folding.key(name)) or self._read(self._folding.small_key(bare))

    def find(self, words: Sequence[str]) -> list[Found]:
        """Return the names in a sentence, given its tokens: the longest matches, none overlapping another.

        In a sentence without capitals only states and organisations are found.
        """
        case = case_of(words)
        found = [Found(start, end, self._read(key)) for start, end, key in self._names.matches(words, case)]
        if case is Case.SMALL:
            return [one for one in found if _all_actors(one)]
        return found if case is Case.CAPITALS else [one for one in found if not _acronym_like_a_surname(one, words)]

    def office(self, person_id: str, on: date | None) -> Office | None:
        """Return the office the person held on that day, or last held if no day is given."""
        offices = self.offices(person_id)
        if on is not None:
            return min((office for office in offices if office.held(on)), key=_rank, default=None)
        return max(offices, key=lambda office: (office.until or date.max, -_rank(office)), default=None)

    def offices(self, person_id: str) -> tuple[Office, ...]:
        """Return all offices of the person that are known, in the order of the files."""
        return tuple(_parsed_office(line) for line in self._offices.get(person_id, ()))

    @property
    def ids(self) -> set[str]:
        """The ids of everything known."""
        return {*self._lines, *self._known}

    def __iter__(self) -> Iterator[Known]:
        """Give everything known."""
        yield from (known for one in sorted(self.ids) if (known := self.get(one)))

    def _read(self, key: str) -> tuple[Reading, ...]:
        if key not in self._readings and key in self._packed:
            self._readings[key] = tuple(self._unpacked(self._packed[key]))
        return self._readings.get(key, ())

    def _unpacked(self, packed: str) -> Iterator[Reading]:
        for reading in packed.split("|"):
            identity, role = reading.rsplit(" ", 1)
            if known := self.get(identity):
                yield Reading(known, Role(role))

    def _folded(self, files: Iterable[Table]) -> dict[str, str]:
        """Return for each key what it can stand for, as `id role` parted by `|`."""
        readings: dict[str, list[str]] = {}
        for table in _listing("id", files):
            for _, (identity, names) in table.parsed(_named):
                for key, role in ((key, role) for name, role in names for key in self._folding.keys(name)):
                    readings.setdefault(key, []).append(f"{identity} {role}")
        readings.pop("", None)
        return {key: _packed(values) for key, values in readings.items()}

    def _take(self, packed: dict[str, str]) -> None:
        """Take in what keys can stand for, beside what they stand for already."""
        both = self._packed.keys() & packed.keys()
        self._packed |= packed | {key: _packed(f"{self._packed[key]}|{packed[key]}".split("|")) for key in both}
        self._names.add(packed)

    def _take_entities(self, entities: Iterable[Known]) -> None:
        for entity in entities:
            self._known[entity.id] = entity
            for name, role in ((entity.name, Role.NAME), *((alias, Role.ALIAS) for alias in entity.aliases)):
                self._take(dict.fromkeys(self._folding.keys(name), f"{entity.id} {role}"))

    def _countries(self) -> dict[str, str]:
        """Return for each code of two letters that of three."""
        states = (table.cells(number, row) for table, number, row in self._lines.values() if row.startswith("state/"))
        return {cells["iso2"].lower(): cells["iso3"] for cells in states if cells.get("iso2")}


def shipped() -> tuple[list[Table], str]:
    """Return the shipped data files, and the digest of their texts."""
    texts = [(path, path.read_bytes()) for path in sorted(DATA.glob("*.tsv"), key=_precedence)]
    files = [tables.parse(path, text.decode()) for path, text in texts]
    return files, prepared.digest(text for _, text in texts)


def prepare() -> None:
    """Fold every name of the shipped data files once and write the prepared form beside them."""
    files, fitting = shipped()
    prepared.write(PREPARED, Knowledge(files)._folded(files), fitting)


def _precedence(path: Path) -> tuple[int, str]:
    return _FIRST.index(path.name) if path.name in _FIRST else len(_FIRST), path.name


def _own(folder: Path) -> list[Table]:
    files = [tables.read(path) for path in sorted(folder.glob("*.tsv"))]
    for problem in (problem for table in files for problem in checking.of_rows(table)):
        raise BadData(problem)
    return files


def _listing(what: str, files: Iterable[Table]) -> list[Table]:
    return [table for table in files if table.what == what]


def _lines(what: str, files: Iterable[Table]) -> Iterator[Line]:
    yield from ((table, number, row) for table in _listing(what, files) for number, row in table.rows)


def _by_person(lines: Iterable[Line]) -> Mapping[str, Sequence[Line]]:
    offices: dict[str, list[Line]] = {}
    for line in lines:
        offices.setdefault(tables.first_cell(line[2]), []).append(line)
    return offices


def _named(cells: Cells) -> tuple[str, list[tuple[str, Role]]]:
    return cells["id"], list(tables.names(cells))


def _packed(readings: Iterable[str]) -> str:
    """Put readings in order, names first and surnames last, each id once: a name that is also an alias is a name."""
    best: dict[str, str] = {}
    for reading in sorted(readings, key=lambda reading: _STRENGTH[Role(reading.rpartition(" ")[2])]):
        best.setdefault(reading.rpartition(" ")[0], reading)
    return "|".join(best.values())


def _parsed(line: Line) -> Known:
    table, number, row = line
    try:
        return tables.known(table.cells(number, row))
    except ValueError as error:
        raise BadData(f"{table.where(number)}: {error}") from None


def _parsed_office(line: Line) -> Office:
    table, number, row = line
    try:
        return tables.office(table.cells(number, row))[1]
    except ValueError as error:
        raise BadData(f"{table.where(number)}: {error}") from None


def _all_actors(found: Found) -> bool:
    return all(reading.known.type in _ACTORS for reading in found.readings)


def _acronym_like_a_surname(found: Found, words: Sequence[str]) -> bool:
    """Whether a word in capitals, as an unknown acronym is, was only found as somebody's surname."""
    word = words[found.start]
    return len(word) > 1 and word.isupper() and all(reading.role is Role.SURNAME for reading in found.readings)


def _rank(office: Office) -> int:
    return OFFICE_RANK.index(office.title_class)
