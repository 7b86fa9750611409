"""The rows of a data set's file, plain or compressed by gzip, each with its line."""

import csv
import gzip
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TextIO

from casus.errors import BadData, Unreadable

Cells = dict[str, str]

csv.field_size_limit(10_000_000)
GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Layout:
    """How a file of a set looks: the columns that it must have, and what parts its cells.

    `header`: the columns of a set whose files have no first line that names them, with all that must be there.
    """

    columns: Sequence[str]
    parted_by: str = ","
    header: Sequence[str] | None = None


def rows(path: Path, layouts: Sequence[Layout], title: str) -> Iterator[tuple[int, Cells | None]]:
    """Yield the rows of a file with their lines, as cells by column; nothing for a row with too many or too few.

    Raises Unreadable, and BadData where no layout fits the first line: the file is not one of the set.
    """
    with _opened(path) as stream:
        first = stream.readline()
        layout = _fitting(first, layouts, path, title)
        lines = csv.reader(chain([first], stream), delimiter=layout.parted_by)
        columns = layout.header or next(lines)
        width = len(columns)
        for cells in lines:
            if cells:
                yield lines.line_num, dict(zip(columns, cells, strict=True)) if len(cells) == width else None


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    try:
        with path.open("rb") as file:
            compressed = file.read(2) == GZIP
        opening = gzip.open if compressed else open
        with opening(path, "rt", encoding="utf-8-sig", errors="replace", newline="") as stream:
            yield stream
    except (OSError, EOFError) as error:
        raise Unreadable(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from None
    except csv.Error as error:
        raise BadData(f"{path}: {error}") from None


def _fitting(first: str, layouts: Sequence[Layout], path: Path, title: str) -> Layout:
    for layout in layouts:
        cells = next(csv.reader([first], delimiter=layout.parted_by), [])
        if layout.header and len(cells) == len(layout.header) and cells[0].isdecimal():
            return layout
        if not layout.header and set(layout.columns) <= set(cells):
            return layout
    raise BadData(f"{path} is no file of {title}: {_expected(layouts)}; its first line is {first.strip()[:100]!r}")


def _expected(layouts: Sequence[Layout]) -> str:
    ways = (
        f"{len(layout.header)} columns parted by tabs and no line that names them"
        if layout.header
        else f"the columns {', '.join(layout.columns)}, parted by {'tabs' if layout.parted_by == chr(9) else 'commas'}"
        for layout in layouts
    )
    return "it should have " + ", or ".join(ways)
