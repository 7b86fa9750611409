"""UCDP Georeferenced Event Dataset: an event of organised violence with its sides, place, days and deaths.

Of fighting between two sides the set does not say who began: each is one who did it and one to whom it was done. In
one-sided violence the second side is civilians.
"""

from casus.datasets import dates
from casus.datasets.actors import Actors
from casus.datasets.catalogue import DataSet
from casus.datasets.files import Cells, Layout
from casus.datasets.kinds import Kind
from casus.datasets.telling import Telling
from casus.ontology import EntityType, EventType, Predicate
from casus.records import Record

LAYOUTS = [
    Layout(
        [
            *"id type_of_violence side_a side_b where_coordinates latitude longitude".split(),
            *"country date_start date_end best high low".split(),
        ]
    )
]

FIGHTING = Kind(EventType.ASSAULT, None)
ONE_SIDED = "3"
_SHOWN = "date_start date_end type_of_violence side_a side_b where_coordinates adm_1 country low best high".split()


def record(cells: Cells, source: DataSet, actors: Actors) -> Record:
    """Return the event."""
    days = dates.iso(cells["date_start"]), dates.iso(cells["date_end"])
    if days[0] > days[1]:
        raise ValueError(f"date_start {cells['date_start']} is after date_end {cells['date_end']}")
    shown = [(column, cells.get(column, "").strip()) for column in _SHOWN]
    row = Telling(source, shown, days[1], cells["id"])
    row.happens(FIGHTING, days, "type_of_violence", killed=_deaths(cells))
    side_a, side_b = (actors.actor(cells[side], else_=EntityType.ARMED_GROUP) for side in ("side_a", "side_b"))
    row.takes_part(Predicate.PERPETRATOR, side_a, "side_a")
    if cells["type_of_violence"] != ONE_SIDED:
        row.takes_part(Predicate.PERPETRATOR, side_b, "side_b")
        row.takes_part(Predicate.TARGET, side_a, "side_a")
    row.takes_part(Predicate.TARGET, side_b, "side_b")
    country = actors.country(cells["country"])
    point = float(cells["latitude"]), float(cells["longitude"])
    row.is_in(actors.place(cells["where_coordinates"], country, point), "where_coordinates")
    row.is_in(actors.state(country), "country")
    return row.record()


def _deaths(cells: Cells) -> tuple[int, int]:
    low, high = int(cells["low"]), int(cells["high"])
    if not 0 <= low <= high:
        raise ValueError(f"low {low} is more than high {high}, or below 0")
    return low, high
