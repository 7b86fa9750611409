"""ICEWS: who did what to whom, when; in the layout of the weekly files, and in that of research on such graphs."""

from casus.datasets import dates, kinds
from casus.datasets.actors import Actors
from casus.datasets.catalogue import DataSet
from casus.datasets.files import Cells, Layout
from casus.datasets.telling import Telling
from casus.ontology import Predicate
from casus.records import Record

LAYOUTS = [
    Layout("actor1 relation actor2 date".split(), "\t"),
    Layout(["Event ID", "Event Date", "Source Name", "Event Text", "Target Name", "Latitude", "Longitude"], "\t"),
]

_BARE = ("date", "actor1", "relation", "actor2")
_WEEKLY = ("Event Date", "Source Name", "Event Text", "Target Name", "City", "Country")


def record(cells: Cells, source: DataSet, actors: Actors) -> Record | None:
    """Return the event; nothing for one that PLOVER has no type for."""
    columns = _WEEKLY if "Event ID" in cells else _BARE
    day, doer, what, whom = columns[:4]
    kind = kinds.by_label("cameo")[cells[what]]
    when = dates.iso(cells[day])
    if kind is None:
        return None
    row = Telling(source, [(column, cells.get(column, "")) for column in columns], when, cells.get("Event ID"))
    row.happens(kind, (when, when), what)
    for column, predicate in ((doer, Predicate.PERPETRATOR), (whom, Predicate.TARGET)):
        if cells[column]:
            country = cells.get(column.replace("Name", "Country")) if columns is _WEEKLY else None
            row.takes_part(predicate, actors.actor(cells[column], actors.country(country) if country else None), column)
    if columns is _WEEKLY:
        _place(row, cells, actors)
    return row.record()


def _place(row: Telling, cells: Cells, actors: Actors) -> None:
    country = actors.country(cells.get("Country", ""))
    if cells.get("City"):
        point = float(cells["Latitude"]), float(cells["Longitude"])
        row.is_in(actors.place(cells["City"], country, point), "City")
    if country:
        row.is_in(actors.state(country), "Country")
