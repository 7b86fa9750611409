"""Our own tables about data sets: tab-separated rows under a header; lines that begin with `#` are for people."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from casus.errors import BadData

T = TypeVar("T")


def table(path: Path, columns: str, read: Callable[[dict[str, str]], T]) -> list[T]:
    """Return what `read` makes of each row of a file. Raises BadData, with file and line."""
    expected = columns.split()
    lines = enumerate(path.read_text("utf-8").splitlines(), start=1)
    rows = [(number, line.split("\t")) for number, line in lines if line and not line.startswith("#")]
    if rows[0][1] != expected:
        raise BadData(f"{path}:{rows[0][0]}: the columns are {' '.join(rows[0][1])}, not {columns}")
    return [_read(path, number, expected, cells, read) for number, cells in rows[1:]]


def _read(path: Path, number: int, columns: list[str], cells: list[str], read: Callable[[dict[str, str]], T]) -> T:
    try:
        return read(dict(zip(columns, cells, strict=True)))
    except ValueError as error:
        raise BadData(f"{path}:{number}: {error}") from None
