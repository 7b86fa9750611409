"""The data files: tab-separated rows under a header, read and checked line by line.

A file is known by its columns: with `id` it lists things known, with `person` offices held, with `variant` spellings,
with `word` words that need care. Lines that begin with `#` and empty lines are skipped, a list is parted by `|`, an
empty cell is unknown, the column `comment` is for people.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from casus.errors import BadData, Unreadable
from casus.knowledge.folding import is_abbreviation
from casus.knowledge.known import KINDS, OFFICE_RANK, Known, Office, Role
from casus.ontology import EntityType

T = TypeVar("T")
Cells = Mapping[str, str]

NAME_COLUMNS: dict[str, Role] = {
    "adjectives": Role.DEMONYM,
    "nationals": Role.NATIONALS,
    "capitals": Role.CAPITAL,
    "seats": Role.SEAT,
    "forces": Role.FORCE,
    "surnames": Role.SURNAME,
}
"""The columns of names beside `name` and `aliases`, and how such a name stands for the row."""

COLUMNS: dict[str, frozenset[str]] = {
    "id": frozenset("id kind name iso3 iso2 since until parent latitude longitude aliases comment".split())
    | NAME_COLUMNS.keys(),
    "person": frozenset("person class title iso3 body since until comment".split()),
    "variant": frozenset("variant spelling comment".split()),
    "word": frozenset("word rule comment".split()),
}
"""For each kind of file its first column, and all columns that it may have."""

WORD_RULES = frozenset("never inside small".split())

_ID = re.compile(r"(state|org|person|place)/[^\s|/]+")
_ISO3 = re.compile(r"[A-Z]{3}")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_ROOMS = {
    EntityType.STATE: "state",
    EntityType.ORGANISATION: "org",
    EntityType.ARMED_GROUP: "org",
    EntityType.PERSON: "person",
    EntityType.PLACE: "place",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A data file as it was read: its columns and its rows, each with its line number."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[int, str], ...]
    """Each row with its line number."""

    @property
    def what(self) -> str:
        """What it lists: its first column, `id`, `person`, `variant` or `word`."""
        return self.columns[0]

    def where(self, number: int) -> str:
        """Name a line for a message."""
        return f"{self.path.name}, line {number}"

    def cells(self, number: int, row: str) -> Cells:
        """Part a row into its cells. Raises BadData where there are too many."""
        cells = row.split("\t")
        if len(cells) > len(self.columns):
            raise BadData(f"{self.where(number)}: {len(cells)} cells under {len(self.columns)} columns")
        return dict(zip(self.columns, cells, strict=False))

    def parsed(self, parse: Callable[[Cells], T]) -> Iterator[tuple[str, T]]:
        """Give each row's place and what `parse` makes of it. Raises BadData with the line of the first bad one."""
        for number, row in self.rows:
            try:
                yield self.where(number), parse(self.cells(number, row))
            except ValueError as error:
                raise BadData(f"{self.where(number)}: {error}") from None


def read(path: Path) -> Table:
    """Read a data file. Raises Unreadable, and BadData where the header is not one of ours."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path}: {error}") from None
    return parse(path, text)


def parse(path: Path, text: str) -> Table:
    """Part the text of a data file into header and rows; `path` is for messages."""
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        raise BadData(f"{path.name}: empty; the first line names the columns")
    number, header = lines[0]
    columns = tuple(header.rstrip("\r").split("\t"))
    _check_columns(f"{path.name}, line {number}", columns)
    return Table(path, columns, tuple((n, line.rstrip("\r")) for n, line in lines[1:]))


def _check_columns(where: str, columns: tuple[str, ...]) -> None:
    allowed = COLUMNS.get(columns[0])
    if allowed is None:
        raise BadData(f"{where}: the first column is {columns[0]!r}; it must be one of {', '.join(COLUMNS)}")
    unknown = [name for name in columns if name not in allowed]
    if unknown:
        raise BadData(f"{where}: unknown column {unknown[0]!r}; known are {', '.join(sorted(allowed))}")


def known(cells: Cells) -> Known:
    """Read a row of things known. Raises ValueError, naming the column."""
    kind = cells.get("kind", "")
    return Known(
        id=_id(cells["id"], kind),
        type=KINDS[kind],
        name=_given(cells, "name"),
        iso3=_iso3(cells),
        kind=kind,
        since=day(cells, "since", first=True),
        until=day(cells, "until", first=False),
        parent=_reference(cells, "parent"),
        latitude=_degrees(cells, "latitude", 90),
        longitude=_degrees(cells, "longitude", 180),
        aliases=split(cells.get("aliases", "")),
    )


def names(cells: Cells) -> Iterator[tuple[str, Role]]:
    """Give every name of a row and its role."""
    yield cells["name"], Role.NAME
    for alias in split(cells.get("aliases", "")):
        yield alias, Role.ABBREVIATION if is_abbreviation(alias) else Role.ALIAS
    for column, role in NAME_COLUMNS.items():
        for name in split(cells.get(column, "")):
            yield name, role


def office(cells: Cells) -> tuple[str, Office]:
    """Read a row of offices: the person's id and the office. Raises ValueError, naming the column."""
    title_class = cells.get("class", "")
    if title_class not in OFFICE_RANK:
        raise ValueError(f"class: {title_class!r} is not one of {', '.join(OFFICE_RANK)}")
    return _id(cells["person"], "person"), Office(
        title_class=title_class,
        title=_given(cells, "title"),
        iso3=_iso3(cells),
        since=day(cells, "since", first=True),
        until=day(cells, "until", first=False),
        body=_reference(cells, "body"),
    )


def spelling(cells: Cells) -> tuple[str, str]:
    """Read a row of spellings: the variant, and what it counts as."""
    return _given(cells, "variant"), _given(cells, "spelling")


def word(cells: Cells) -> tuple[str, str]:
    """Read a row of words that need care: the word and its rule."""
    rule = cells.get("rule", "")
    if rule not in WORD_RULES:
        raise ValueError(f"rule: {rule!r} is not one of {', '.join(sorted(WORD_RULES))}")
    return _given(cells, "word"), rule


def split(cell: str) -> tuple[str, ...]:
    """Part a list at its bars."""
    return tuple(item.strip() for item in cell.split("|") if item.strip())


def first_cell(row: str) -> str:
    """Return what stands before the first tab."""
    return row.partition("\t")[0]


def day(cells: Cells, column: str, *, first: bool) -> date | None:
    """Read a date; a bare year or month stands for its first day, or its last."""
    cell = cells.get(column, "")
    if not cell:
        return None
    match = _DATE.fullmatch(cell)
    if match is None:
        raise ValueError(f"{column}: {cell!r} is no date; write 2019, 2019-12 or 2019-12-31")
    year, month, number = (int(part) if part else None for part in match.groups())
    try:
        return _day(year or 0, month, number, first=first)
    except ValueError as error:
        raise ValueError(f"{column}: {cell!r}: {error}") from None


def _day(year: int, month: int | None, number: int | None, *, first: bool) -> date:
    if number:
        return date(year, month or 1, number)
    if first:
        return date(year, month or 1, 1)
    after = date(year + 1, 1, 1) if (month or 12) == 12 else date(year, (month or 12) + 1, 1)
    return date.fromordinal(after.toordinal() - 1)


def room_of(kind: str) -> str:
    """Return what the ids of a kind begin with: state, org, person or place."""
    return _ROOMS[KINDS[kind]]


def _given(cells: Cells, column: str) -> str:
    if not cells.get(column, "").strip():
        raise ValueError(f"{column}: empty")
    return cells[column].strip()


def _id(cell: str, kind: str) -> str:
    if kind not in KINDS:
        raise ValueError(f"kind: {kind!r} is not one of {', '.join(KINDS)}")
    room = room_of(kind)
    if not _ID.fullmatch(cell) or not cell.startswith(f"{room}/"):
        raise ValueError(f"id: {cell!r} of a {kind} must be {room}/ and a name without spaces, as {room}/some-name")
    return cell


def _reference(cells: Cells, column: str) -> str | None:
    cell = cells.get(column, "")
    if cell and not _ID.fullmatch(cell):
        raise ValueError(f"{column}: {cell!r} is no id; write state/IRQ, org/…, person/… or place/…")
    return cell or None


def _iso3(cells: Cells) -> str | None:
    cell = cells.get("iso3", "")
    if cell and not _ISO3.fullmatch(cell):
        raise ValueError(f"iso3: {cell!r} is not three capital letters")
    return cell or None


def _degrees(cells: Cells, column: str, limit: int) -> float | None:
    cell = cells.get(column, "")
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        raise ValueError(f"{column}: {cell!r} is no number") from None
    if not -limit <= value <= limit:
        raise ValueError(f"{column}: {cell} is not between -{limit} and {limit}")
    return value
