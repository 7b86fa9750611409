"""GDELT 2.0 events: CAMEO's codes for who did what to whom, with the place of the action; files without a header."""

from casus.datasets import dates, kinds
from casus.datasets.actors import Actor, Actors
from casus.datasets.catalogue import DataSet
from casus.datasets.files import Cells, Layout
from casus.datasets.telling import Telling
from casus.ontology import Predicate
from casus.records import Record

_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
)
_GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
COLUMNS = [
    *"GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(),
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
    *"NumMentions NumSources NumArticles AvgTone".split(),
    *(f"{what}Geo_{name}" for what in ("Actor1", "Actor2", "Action") for name in _GEO),
    *"DATEADDED SOURCEURL".split(),
]
LAYOUTS = [Layout(COLUMNS, "\t", header=COLUMNS)]

_SHOWN = (
    "SQLDATE Actor1Name Actor1CountryCode EventCode Actor2Name Actor2CountryCode ActionGeo_FullName SOURCEURL".split()
)
_COUNTRY = "1"
"""The ActionGeo_Type of a country; cities and regions have others, an unknown place 0."""


def record(cells: Cells, source: DataSet, actors: Actors) -> Record | None:
    """Return the event; nothing for one that PLOVER has no type for."""
    kind = _kind(cells["EventCode"])
    day, added = dates.compact(cells["SQLDATE"]), dates.compact(cells["DATEADDED"])
    if kind is None:
        return None
    row = Telling(source, [(column, cells[column]) for column in _SHOWN], added, cells["GLOBALEVENTID"])
    row.happens(kind, (day, day), "EventCode")
    for number, predicate in ((1, Predicate.PERPETRATOR), (2, Predicate.TARGET)):
        if cells[f"Actor{number}Name"]:
            row.takes_part(predicate, _actor(cells, number, actors), f"Actor{number}Name")
    if cells["ActionGeo_Type"] not in {"", "0"} and cells["ActionGeo_FullName"]:
        row.is_in(_place(cells, actors), "ActionGeo_FullName")
    return row.record()


def _kind(code: str) -> kinds.Kind | None:
    """Return the kind of a code, else of the one that it refines. Raises KeyError."""
    mapped = kinds.by_code("cameo")
    return mapped[code] if code in mapped else mapped[code[:3]]


def _actor(cells: Cells, number: int, actors: Actors) -> Actor | None:
    """Return whom an actor's name stands for: of a government's branch it is a country, and so the state."""
    country = cells[f"Actor{number}CountryCode"] or None
    role = cells[f"Actor{number}Type1Code"]
    if country and role in {"GOV", "MIL", "COP", "SPY", "LEG", "JUD"} and (state := actors.state(country)):
        return actors.counted(state)
    return actors.actor(cells[f"Actor{number}Name"], country)


def _place(cells: Cells, actors: Actors) -> Actor:
    parts = [part.strip() for part in cells["ActionGeo_FullName"].split(",")]
    country = actors.country(parts[-1])
    if cells["ActionGeo_Type"] == _COUNTRY or len(parts) == 1:
        return actors.state(country) or actors.place(parts[0])
    lat, long = cells["ActionGeo_Lat"], cells["ActionGeo_Long"]
    return actors.place(parts[0], country, (float(lat), float(long)) if lat and long else None)
