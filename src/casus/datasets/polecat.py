"""POLECAT: events of PLOVER's own types, with their modes in the events' ids where the file has no column for them."""

from casus.datasets import dates, kinds
from casus.datasets.actors import Actors
from casus.datasets.catalogue import DataSet
from casus.datasets.files import Cells, Layout
from casus.datasets.telling import Telling
from casus.ontology import Predicate
from casus.records import Record

_COLUMNS = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Actor Name",
    "Actor Country",
    "Recipient Name",
    "Recipient Country",
]
LAYOUTS = [Layout(_COLUMNS), Layout(_COLUMNS, "\t")]

_SHOWN = ("Event Date", "Event Type", "Actor Name", "Actor Country", "Recipient Name", "Recipient Country",
          "Raw Placename", "Country", "Publication Date")  # fmt: skip


def record(cells: Cells, source: DataSet, actors: Actors) -> Record:
    """Return the event."""
    day = dates.iso(cells["Event Date"])
    published = dates.iso(cells["Publication Date"]) if cells.get("Publication Date") else day
    row = Telling(source, [(column, cells.get(column, "")) for column in _SHOWN], published, cells["Event ID"])
    row.happens(_kind(cells), (day, day), "Event Type")
    for who, predicate in (("Actor", Predicate.PERPETRATOR), ("Recipient", Predicate.TARGET)):
        if name := cells[f"{who} Name"]:
            country = cells[f"{who} Country"]
            row.takes_part(predicate, actors.actor(name, actors.country(country) if country else None), f"{who} Name")
    country = cells.get("Country", "")
    if cells.get("Raw Placename"):
        row.is_in(actors.place(cells["Raw Placename"], country or None), "Raw Placename")
    elif country:
        row.is_in(actors.state(country), "Country")
    return row.record()


def _kind(cells: Cells) -> kinds.Kind:
    """Return type and mode; an id ends in both, as 20240226-5390-2fea_COERCE_censor."""
    mode = cells.get("Event Mode") or "_".join(cells["Event ID"].split("_")[2:])
    return kinds.kind(cells["Event Type"].upper(), mode.lower().replace("_", "-") or None)
