"""ACLED: political violence and protest, by sub-event type, with actors, place and deaths."""

from casus.datasets import dates, kinds
from casus.datasets.actors import Actors
from casus.datasets.catalogue import DataSet
from casus.datasets.files import Cells, Layout
from casus.datasets.telling import Telling
from casus.ontology import EntityType, EventType, Predicate
from casus.records import Record

_COLUMNS = (
    "event_id_cnty event_date sub_event_type actor1 actor2 country location latitude longitude fatalities".split()
)
LAYOUTS = [Layout(_COLUMNS), Layout(_COLUMNS, ";")]

_SHOWN = "event_date sub_event_type actor1 actor2 location admin1 country fatalities".split()
_BOTH_WAYS = frozenset({"Armed clash"})
"""Of these the set does not say who began."""


def record(cells: Cells, source: DataSet, actors: Actors) -> Record | None:
    """Return the event; nothing for one that PLOVER has no type for."""
    what = cells["sub_event_type"]
    kind = kinds.by_label("acled")[what]
    day = dates.iso(cells["event_date"])
    if kind is None:
        return None
    row = Telling(source, [(column, cells.get(column, "").strip()) for column in _SHOWN], day, cells["event_id_cnty"])
    deaths = int(cells["fatalities"])
    row.happens(kind, (day, day), "sub_event_type", killed=(deaths, deaths) if kind.type is EventType.ASSAULT else None)
    country = actors.country(cells["country"])
    both = what in _BOTH_WAYS
    for column, predicates in (
        ("actor1", (Predicate.PERPETRATOR, Predicate.TARGET) if both else (Predicate.PERPETRATOR,)),
        ("actor2", (Predicate.PERPETRATOR, Predicate.TARGET) if both else (Predicate.TARGET,)),
    ):
        if cells[column]:
            actor = actors.actor(cells[column], country, else_=EntityType.ARMED_GROUP)
            for predicate in predicates:
                row.takes_part(predicate, actor, column)
    point = float(cells["latitude"]), float(cells["longitude"])
    row.is_in(actors.place(cells["location"], country, point), "location")
    row.is_in(actors.state(country), "country")
    return row.record()
