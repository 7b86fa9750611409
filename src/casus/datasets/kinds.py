"""The event types of data sets as PLOVER types and modes: types/*.tsv."""

from functools import cache
from typing import NamedTuple

from casus.datasets.catalogue import ROOM
from casus.datasets.tables import table
from casus.ontology import MODES, EventType


class Kind(NamedTuple):
    """What happens: a PLOVER type and, where there is one, its mode."""

    type: EventType
    mode: str | None


Mapped = dict[str, Kind | None]
"""Kinds by what a data set calls them; nothing: PLOVER has no such type."""

_COLUMNS = "code label type mode comment"


@cache
def by_label(name: str) -> Mapped:
    """Return the kinds of a table by their labels. Raises BadData."""
    return {label: kind for _, label, kind in _rows(name)}


@cache
def by_code(name: str) -> Mapped:
    """Return the kinds of a table by their codes. Raises BadData."""
    return {code: kind for code, _, kind in _rows(name)}


@cache
def kind(type_: str, mode: str | None) -> Kind:
    """Return a kind of PLOVER's own words. Raises ValueError for one that is not PLOVER's."""
    found = Kind(EventType(type_), mode or None)
    if found.mode and found.mode not in MODES.get(found.type, ()):
        raise ValueError(f"{found.mode!r} is no mode of {found.type}")
    return found


def _rows(name: str) -> list[tuple[str, str, Kind | None]]:
    return table(ROOM / "types" / f"{name}.tsv", _COLUMNS, _row)


def _row(cells: dict[str, str]) -> tuple[str, str, Kind | None]:
    mapped = None if cells["type"] == "-" else kind(cells["type"], cells["mode"])
    return cells["code"], cells["label"], mapped
