"""The index: all that is known, by id and by name.

The shipped files are read lazily, row by row, when asked for; their names come from the prepared form where it fits.
A user's files are read whole, so that a mistake in them is told at once. A row of the user's replaces the shipped row
of the same id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from casus.errors import BadData
from casus.knowledge import ftm, prepared, tables
from casus.knowledge.folding import Folding
from casus.knowledge.known import OFFICE_RANK, Found, Known, Office, Reading, Role
from casus.knowledge.names import Case, Names, case_of
from casus.knowledge.tables import Table
from casus.ontology import EntityType

DATA = Path(__file__).parent / "data"
PREPARED = DATA / "names.gz"

_FIRST = ("states.tsv", "places.tsv", "armed_groups.tsv", "organisations.tsv", "people.tsv", "cities.tsv")
"""The files whose readings of a name come before all others', in this order."""
_STRENGTH = dict.fromkeys(Role, 1) | {Role.NAME: 0, Role.SURNAME: 2}


class Knowledge:
    """What Casus knows; see `load`."""

    def __init__(self, shipped: Sequence[Table], readings: Mapping[str, str] | None = None) -> None:
        rules = dict(pair for table in _listing(shipped, "word") for _, pair in table.parsed(tables.word))
        spellings = dict(pair for table in _listing(shipped, "variant") for _, pair in table.parsed(tables.spelling))
        self._folding = Folding(spellings)
        self._rows = {_id(row): (table, number, row) for table in _listing(shipped, "id") for number, row in table.rows}
        self._offices_rows = _by_person(_listing(shipped, "person"))
        self._added: dict[str, Known] = {}
        self._readings = dict(readings) if readings is not None else self._folded(_listing(shipped, "id"))
        self._names = Names(self._readings, self._folding, rules)
        self._known: dict[str, Known] = {}
        self._read: dict[str, tuple[Reading, ...]] = {}

    @classmethod
    def load(cls, extra: Path | None = None) -> Knowledge:
        """Load what is shipped and, if given, a folder of the user's own files.

        Raises Unreadable where a file cannot be read, BadData with file and line where a row breaks the format.
        """
        shipped, fitting = _shipped()
        knowledge = cls(shipped, prepared.read(PREPARED, fitting))
        if extra is not None:
            knowledge._extend(extra)
        return knowledge

    def get(self, id: str) -> Known | None:
        """Return what has this id, or nothing."""
        if id in self._known:
            return self._known[id]
        if id not in self._rows:
            return self._added.get(id)
        table, number, row = self._rows[id]
        self._known[id] = _parsed(table, number, row)
        return self._known[id]

    def named(self, name: str) -> tuple[Reading, ...]:
        """Return all that a name can stand for; abbreviations in capitals, other names in any case."""
        key = self._folding.key(name)
        return self._readings_of(key) or self._readings_of(self._folding.small_key(name))

    def find(self, words: Sequence[str]) -> list[Found]:
        """Return the names in a sentence, given its tokens: the longest matches, none overlapping another.

        In a sentence without capitals only states and organisations are found.
        """
        case = case_of(words)
        found = [Found(start, end, self._readings_of(key)) for start, end, key in self._names.matches(words, case)]
        return found if case is not Case.SMALL else [one for one in found if _is_plain(one)]

    def office(self, person_id: str, on: date | None) -> Office | None:
        """Return the office the person held on that day, or last held if no day is given."""
        offices = self.offices(person_id)
        if on is not None:
            offices = tuple(office for office in offices if office.held(on))
            return min(offices, key=_rank, default=None)
        return max(offices, key=lambda office: (office.until or date.max, -_rank(office)), default=None)

    def offices(self, person_id: str) -> tuple[Office, ...]:
        """Return all offices of the person that are known, in the order of the files."""
        return tuple(_parsed_office(table, number, row) for table, number, row in self._offices_rows.get(person_id, ()))

    def __iter__(self) -> Iterator[Known]:
        """Give everything known."""
        yield from (known for one in (*self._rows, *self._added) if (known := self.get(one)))

    @property
    def readings(self) -> Mapping[str, str]:
        """For every key what it can stand for, as the prepared form has it."""
        return self._readings

    def _readings_of(self, key: str) -> tuple[Reading, ...]:
        if key not in self._read:
            packed = self._readings.get(key)
            if packed is None:
                return ()
            self._read[key] = tuple(self._unpacked(packed))
        return self._read[key]

    def _unpacked(self, packed: str) -> Iterator[Reading]:
        for reading in packed.split("|"):
            id, role = reading.rsplit(" ", 1)
            if known := self.get(id):
                yield Reading(known, Role(role))

    def _folded(self, listing: Iterable[Table]) -> dict[str, str]:
        readings: dict[str, dict[str, None]] = {}
        for table in listing:
            for _, (id, names) in table.parsed(_named):
                for name, role in names:
                    for key in self._folding.keys(name):
                        readings.setdefault(key, {})[f"{id} {role}"] = None
        readings.pop("", None)
        return {key: "|".join(_best_role_of_each(values)) for key, values in readings.items()}

    def _extend(self, folder: Path) -> None:
        own = [tables.read(path) for path in sorted(folder.glob("*.tsv"))]
        for table in own:
            check(table)
        for table in _listing(own, "id"):
            self._rows |= {_id(row): (table, number, row) for number, row in table.rows}
        for person, rows in _by_person(_listing(own, "person")).items():
            self._offices_rows.setdefault(person, []).extend(rows)
        self._take(self._folded(_listing(own, "id")))
        for path in ftm.files(folder):
            self._take_entities(ftm.read(path))

    def _take_entities(self, entities: Iterable[Known]) -> None:
        for entity in entities:
            self._added[entity.id] = entity
            for name, role in ((entity.name, Role.NAME), *((alias, Role.ALIAS) for alias in entity.aliases)):
                self._take({key: f"{entity.id} {role}" for key in self._folding.keys(name)})

    def _take(self, readings: Mapping[str, str]) -> None:
        for key, value in readings.items():
            before = self._readings.get(key)
            self._readings[key] = "|".join(_best_role_of_each([value, *(before.split("|") if before else ())]))
        self._names.add(readings)
        self._read.clear()
        self._known.clear()


def prepare() -> None:
    """Fold every name of the shipped data files once and write the prepared form beside them."""
    shipped, fitting = _shipped()
    prepared.write(PREPARED, Knowledge(shipped).readings, fitting)


def check(table: Table) -> None:
    """Check every row of a data file. Raises BadData with the line of the first that breaks the format."""
    checks = {"id": tables.known, "person": tables.office, "variant": tables.spelling, "word": tables.word}
    seen: dict[str, str] = {}
    for where, _ in table.parsed(checks[table.what]):
        seen[where] = where
    if table.what == "id":
        _no_id_twice(table)


def _no_id_twice(table: Table) -> None:
    lines: dict[str, int] = {}
    for number, row in table.rows:
        first = lines.setdefault(_id(row), number)
        if first != number:
            raise BadData(f"{table.where(number)}: the id {_id(row)!r} stands already in line {first}")


def _shipped() -> tuple[list[Table], str]:
    texts = [(path, path.read_bytes()) for path in sorted(DATA.glob("*.tsv"), key=_precedence)]
    shipped = [tables.parse(path, text.decode()) for path, text in texts]
    return shipped, prepared.digest(text for _, text in texts)


def _precedence(path: Path) -> tuple[int, str]:
    return _FIRST.index(path.name) if path.name in _FIRST else len(_FIRST), path.name


def _listing(all_tables: Iterable[Table], what: str) -> list[Table]:
    return [table for table in all_tables if table.what == what]


def _by_person(listing: Iterable[Table]) -> dict[str, list[tuple[Table, int, str]]]:
    offices: dict[str, list[tuple[Table, int, str]]] = {}
    for table in listing:
        for number, row in table.rows:
            offices.setdefault(_id(row), []).append((table, number, row))
    return offices


def _id(row: str) -> str:
    return row.partition("\t")[0]


def _named(cells: tables.Cells) -> tuple[str, list[tuple[str, Role]]]:
    return cells["id"], list(tables.names(cells))


def _parsed(table: Table, number: int, row: str) -> Known:
    try:
        return tables.known(table.cells(number, row))
    except ValueError as error:
        raise BadData(f"{table.where(number)}: {error}") from None


def _parsed_office(table: Table, number: int, row: str) -> Office:
    try:
        return tables.office(table.cells(number, row))[1]
    except ValueError as error:
        raise BadData(f"{table.where(number)}: {error}") from None


def _is_plain(found: Found) -> bool:
    return all(
        one.known.type in {EntityType.STATE, EntityType.ORGANISATION, EntityType.ARMED_GROUP} for one in found.readings
    )


def _best_role_of_each(values: Iterable[str]) -> Iterator[str]:
    """Keep the strongest reading of each id, names first and surnames last, else in the order of the files."""
    seen: set[str] = set()
    for value in sorted(values, key=lambda value: _STRENGTH[Role(value.rsplit(" ", 1)[1])]):
        id = value.rsplit(" ", 1)[0]
        if id not in seen:
            seen.add(id)
            yield value


def _rank(office: Office) -> int:
    return OFFICE_RANK.index(office.title_class)
