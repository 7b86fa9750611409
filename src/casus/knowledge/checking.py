"""What is wrong with a data file, line by line."""

from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path

from casus.errors import BadData, BadInput, CasusError
from casus.knowledge import ftm, tables
from casus.knowledge.tables import Cells, Table

_PARSERS: dict[str, Callable[[Cells], object]] = {
    "id": tables.known,
    "person": tables.office,
    "variant": tables.spelling,
    "word": tables.word,
}
_REFERENCES = ("person", "parent", "body")


def problems(path: Path, ids: Container[str]) -> Iterator[str]:
    """Give every problem of a file with its line; `ids` are those of all that is known beside it.

    Raises Unreadable where the file cannot be read.
    """
    if path in ftm.files(path.parent):
        yield from ftm.problems(path)
        return
    try:
        table = tables.read(path)
    except BadInput as error:
        yield str(error)
        return
    yield from of_rows(table)
    if table.what == "id":
        yield from _ids_twice(table)
    yield from _loose_ends(table, ids)


def ids_of(paths: Iterable[Path]) -> set[str]:
    """Return the ids that data files give, as far as they can be read, so that they may name each other's."""
    ids: set[str] = set()
    for path in paths:
        try:
            table = tables.read(path)
        except CasusError:
            continue
        if table.what == "id":
            ids |= {tables.first_cell(row) for _, row in table.rows}
    return ids


def of_rows(table: Table) -> Iterator[str]:
    """Give the rows that break the format."""
    for number, row in table.rows:
        try:
            _PARSERS[table.what](table.cells(number, row))
        except BadData as error:
            yield str(error)
        except ValueError as error:
            yield f"{table.where(number)}: {error}"


def _ids_twice(table: Table) -> Iterator[str]:
    lines: dict[str, int] = {}
    for number, row in table.rows:
        first = lines.setdefault(tables.first_cell(row), number)
        if first != number:
            yield f"{table.where(number)}: the id {tables.first_cell(row)!r} stands already in line {first}"


def _loose_ends(table: Table, ids: Container[str]) -> Iterator[str]:
    own = {tables.first_cell(row) for _, row in table.rows} if table.what == "id" else set()
    for number, row in table.rows:
        cells = dict(zip(table.columns, row.split("\t"), strict=False))
        for column in _REFERENCES:
            target = cells.get(column, "")
            if target and target not in own and target not in ids:
                yield f"{table.where(number)}: {column}: nothing known has the id {target!r}"
