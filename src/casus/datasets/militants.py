"""Mapping Militants: which groups are allied, which merged into which, which split from which.

A merger makes the first group a part of the second, a split keeps the two apart, an alliance is an act of cooperation
on its day. Rivals say nothing that a graph of Casus holds.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from casus.datasets import dates
from casus.datasets.actors import Actors
from casus.datasets.catalogue import DataSet
from casus.datasets.files import Cells, Layout
from casus.datasets.kinds import Kind
from casus.datasets.telling import Days, Telling
from casus.ontology import EntityType, EventType, Predicate
from casus.records import Record

LAYOUTS = [Layout("unique_id type date description group1_name group2_name".split())]

PREDICATES = {"mer": Predicate.PART_OF, "spl": Predicate.DISTINCT_FROM}
ALLIED = frozenset({"all", "aff"})
COOPERATION = Kind(EventType.COOPERATE, None)
_TYPES = PREDICATES.keys() | ALLIED | {"riv"}
_PIVOT = 50
"""Two digits of a year below it are of this century."""
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})")
_DASHED = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WRONGLY_DECODED = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}


def record(cells: Cells, source: DataSet, actors: Actors) -> Record | None:
    """Return what the row says of its two groups; nothing for rivals."""
    type_, days = cells["type"].strip(), _days(cells["date"].strip())
    if type_ not in _TYPES:
        raise KeyError(type_)
    shown = ("date", "type", "group1_name", "group2_name", "description")
    values = {column: _decoded(cells[column]).strip() for column in shown}
    one, other = (actors.actor(values[name], else_=EntityType.ARMED_GROUP) for name in ("group1_name", "group2_name"))
    if type_ == "riv" or one is None or other is None or one == other:
        return None
    row = Telling(source, values.items(), days[1], cells["unique_id"])
    if predicate := PREDICATES.get(type_):
        row.says(row.named(one, "group1_name"), predicate, row.named(other, "group2_name"), valid_from=days[0])
        return row.record()
    row.happens(COOPERATION, days, "type")
    row.takes_part(Predicate.PERPETRATOR, one, "group1_name")
    row.takes_part(Predicate.TARGET, other, "group2_name")
    return row.record()


def _decoded(text: str) -> str:
    return text if text.isascii() else text.translate(_WRONGLY_DECODED)


@lru_cache(maxsize=10_000)
def _days(text: str) -> Days:
    """Read 2/18/10 (month first) and 2005-00-00 (month and day unknown). Raises ValueError."""
    if found := _SLASHED.fullmatch(text):
        month, day, year = map(int, found.groups())
        century = 0 if year > 99 else 2000 if year < _PIVOT else 1900
        on = _day(century + year, month, day, text)
        return on, on
    if not (found := _DASHED.fullmatch(text)):
        raise ValueError(f"{text!r} is no day")
    year, month, day = map(int, found.groups())
    if not month:
        return dates.year(str(year))
    first = _day(year, month, day or 1, text)
    return first, first if day else _day(year + month // 12, month % 12 + 1, 1, text) - timedelta(1)


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{text!r} is no day") from None
