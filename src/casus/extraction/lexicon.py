"""Reading the words that extraction stands on: tab-separated files that people edit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from casus.errors import BadData

Converted = TypeVar("Converted")
FOLDER = Path(__file__).parent / "lexicon"


@dataclass(frozen=True)
class Row:
    """One line of a lexicon, its cells by column name."""

    where: str
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """Return a cell, stripped."""
        return self.cells[column]

    def several(self, column: str, separator: str = "|") -> tuple[str, ...]:
        """Return a cell's parts."""
        return tuple(part.strip() for part in self.cells[column].split(separator) if part.strip())

    def converted(self, column: str, convert: Callable[[str], Converted]) -> Converted:
        """Return a cell converted. Raises BadData, naming file, line, column and value, where that fails."""
        try:
            return convert(self.cells[column])
        except ValueError as error:
            raise BadData(f"{self.where}: {column}: {error}") from None


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield a lexicon's rows. Raises BadData where the header or a line has not these columns.

    Empty lines and those that start with # are left out; a missing last cell (the comment) counts as empty.
    """
    header: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header:
            header = _checked_header(cells, columns, f"{path.name}:{number}")
            continue
        yield Row(f"{path.name}:{number}", _by_column(header, cells, f"{path.name}:{number}"))


def _checked_header(cells: list[str], columns: tuple[str, ...], where: str) -> list[str]:
    if tuple(cells) != columns:
        raise BadData(f"{where}: expected the columns {', '.join(columns)}, not {', '.join(cells)}")
    return cells


def _by_column(header: list[str], cells: list[str], where: str) -> dict[str, str]:
    if not len(header) - 1 <= len(cells) <= len(header):
        raise BadData(f"{where}: expected {len(header)} cells separated by tabs, not {len(cells)}")
    return dict(zip(header, [*cells, ""], strict=False))
