"""A file of a data set as records, with what was left out and how many names were known."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from casus.datasets import acled, gdelt, icews, militants, polecat, ucdp_ged, ucdp_support
from casus.datasets.actors import Actors
from casus.datasets.catalogue import CATALOGUE, DataSet
from casus.datasets.files import Cells, Layout, rows
from casus.errors import BadData, BadInput, CasusError
from casus.knowledge import Knowledge
from casus.records import Record

LeftOut = Callable[[CasusError], object]
Reader = Callable[[Cells, DataSet, Actors], Record | None]
"""Makes a record of a row; nothing of one that says nothing a graph of Casus holds. Raises ValueError and KeyError."""

READERS: dict[str, tuple[list[Layout], Reader]] = {
    "ucdp-esd": (ucdp_support.LAYOUTS, ucdp_support.record),
    "ucdp-ged": (ucdp_ged.LAYOUTS, ucdp_ged.record),
    "icews": (icews.LAYOUTS, icews.record),
    "polecat": (polecat.LAYOUTS, polecat.record),
    "gdelt": (gdelt.LAYOUTS, gdelt.record),
    "acled": (acled.LAYOUTS, acled.record),
    "mapping-militants": (militants.LAYOUTS, militants.record),
}


@dataclass
class Importing:
    """An import of files of one data set; what became of the rows is counted while records are taken."""

    source: DataSet
    actors: Actors
    rows: int = 0
    silent: int = 0
    """Rows that say nothing that a graph of Casus holds: a statement, a row without a supporter."""
    bad: int = field(default=0)

    @classmethod
    def of(cls, name: str, knowledge: Knowledge) -> "Importing":
        """Begin an import of the data set of this name. Raises BadInput for one that is not known."""
        if name not in CATALOGUE:
            raise BadInput(f"no data set is called {name!r}; there are {', '.join(CATALOGUE)}")
        return cls(CATALOGUE[name], Actors(knowledge))

    def records(self, path: Path, left_out: LeftOut) -> Iterator[Record]:
        """Yield a record for each row that says something.

        A row that cannot be read goes to `left_out`, with file and line. Raises Unreadable, and BadData for a file that
        is not one of the set.
        """
        layouts, read = READERS[self.source.name]
        for line, cells in rows(path, layouts, self.source.title):
            self.rows += 1
            try:
                record = read(_even(cells), self.source, self.actors)
            except (ValueError, KeyError) as error:
                self.bad += 1
                left_out(BadData(f"{path}:{line}: {_reason(error)}"))
                continue
            if record is None:
                self.silent += 1
            else:
                yield record


def _even(cells: Cells | None) -> Cells:
    if cells is None:
        raise ValueError("it has more or fewer cells than there are columns")
    return cells


def _reason(error: Exception) -> str:
    return f"{error.args[0]!r} is no event type of the set" if isinstance(error, KeyError) else str(error)
