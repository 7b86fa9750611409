"""Reading the reference files, and writing data files that do not repeat what stands already."""

import csv
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from casus.knowledge import tables
from casus.knowledge.folding import Folding, plain
from casus.knowledge.index import DATA

Row = dict[str, str]

PLACES = {"ETH", "AFG", "IRQ", "SYR", "YEM", "LBN", "PSE", "ISR", "LBY", "SDN", "SSD", "SOM", "ERI", "MLI", "BFA"} | {
    "NER", "TCD", "CAF", "COD", "BDI", "RWA", "UKR", "GEO", "ARM", "AZE", "UNK", "BIH", "MMR", "LKA", "NPL", "HTI"
}  # fmt: skip
"""The countries whose small towns are in the news for war, and whose towns go first by any name."""


def read(path: Path) -> Iterator[Row]:
    """Give the rows of a reference file, gzipped or not."""
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from csv.DictReader(text.decode().split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE)


def write(name: str, columns: str, rows: Iterable[Mapping[str, str]], *, ordered: bool = False) -> None:
    """Write a data file, its rows in order of their first column unless they are ordered already."""
    order = columns.split()
    lines = ["\t".join(row.get(column, "") for column in order).rstrip("\t") for row in rows]
    lines = lines if ordered else sorted(lines)
    (DATA / name).write_text("\n".join(["\t".join(order), *lines, ""]), encoding="utf-8")


def slug(name: str) -> str:
    """Return a name as the part of an id: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’‘.]", "", plain(name).lower())).strip("-")


def folding() -> Folding:
    """Return the folding of names with the spellings that stand in the data."""
    return Folding(dict(pair for _, pair in tables.read(DATA / "spellings.tsv").parsed(tables.spelling)))


class Taken:
    """The ids and the names that data files have already, so that a source does not repeat them."""

    def __init__(self, files: Sequence[str]) -> None:
        self.folding = folding()
        self.ids: set[str] = set()
        self.keys: set[str] = set()
        self._names: set[tuple[str, str]] = set()
        for file in files:
            for _, cells in tables.read(DATA / file).parsed(dict):
                self.add(cells)

    def add(self, cells: Mapping[str, str]) -> None:
        """Take a row's id and names."""
        self.ids.add(cells["id"])
        for name, _ in tables.names(cells):
            for key in self.folding.keys(name):
                self.keys.add(key)
                self._names.add((key, cells.get("iso3", "")))

    def has(self, name: str, *countries: str) -> bool:
        """Whether a row of one of these countries, or of none, has the name."""
        key = self.folding.key(name)
        return any((key, country) in self._names for country in (*countries, ""))

    def has_anywhere(self, name: str) -> bool:
        """Whether any row has the name, whatever its country."""
        return self.folding.key(name) in self.keys

    def id(self, room: str, name: str, *more: str) -> str:
        """Return a new id: the name's, and if that is taken the name's with more words to tell it apart."""
        for count in range(len(more) + 1):
            new = f"{room}/{slug('-'.join((name, *more[:count])))}"
            if new not in self.ids:
                self.ids.add(new)
                return new
        raise ValueError(f"{room}/{slug(name)} and all its longer forms are taken")
