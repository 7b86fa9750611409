"""The outlines of countries, as `python -m curation FOLDER outlines` wrote them."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("outlines.tsv")

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Outline:
    """A country: its ISO 3166-1 code (empty where it has none), its name, its rings of longitude and latitude."""

    iso3: str
    name: str
    rings: tuple[Ring, ...]


@cache
def outlines() -> tuple[Outline, ...]:
    """Return all countries, by code."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Outline(row["iso3"], row["name"], tuple(map(_ring, row["rings"].split("|")))) for row in rows)


def _ring(told: str) -> Ring:
    degrees = [float(number) for number in told.split()]
    return tuple(zip(degrees[::2], degrees[1::2], strict=True))
