"""UCDP External Support, actor-years: a party to a conflict, and who supported it in a year with what."""

from casus.datasets import dates
from casus.datasets.actors import Actor, Actors
from casus.datasets.catalogue import DataSet
from casus.datasets.files import Cells, Layout
from casus.datasets.telling import Telling
from casus.ontology import EntityType, Predicate
from casus.records import Record

LAYOUTS = [Layout("year actor_name actor_nonstate ext_name ext_sup ext_w ext_w_s ext_w_ns".split())]

SUPPORT = {
    "ext_x": "troops",
    "ext_p": "troops",
    "ext_y": "infrastructure",
    "ext_w": "weapons",
    "ext_m": "materiel",
    "ext_t": "training",
    "ext_f": "funding",
    "ext_i": "intelligence",
    "ext_l": "sanctuary",
}
"""The columns of kinds of support: troops of its own and foreign troops present, joint operations, arms, and so on."""
GIVEN_BY_STATES = [(f"{column}_s", kind) for column, kind in SUPPORT.items()]
GIVEN_BY_OTHERS = [(f"{column}_ns", kind) for column, kind in SUPPORT.items()]
_GOVERNMENT = "Government of "


def record(cells: Cells, source: DataSet, actors: Actors) -> Record | None:
    """Return who backed the party in the year; nothing for a year without support."""
    supporters = [name for name in map(str.strip, cells["ext_name"].split(",")) if name]
    valid = dates.year(cells["year"])
    if not supporters:
        return None
    shown = [(column, cells.get(column, "").strip()) for column in ("year", "actor_name", "location", "dyad_name")]
    named = [(f"ext_name {number}", name) for number, name in enumerate(supporters, start=1)]
    kinds = [(column, cells[column]) for column in SUPPORT if cells.get(column) == "1"]
    row = Telling(source, [*shown, *named, *kinds], valid[1], cells.get("id") or None)
    supported = _party(cells["actor_name"].strip(), actors)
    if supported is None:
        return None
    for (column, name), supporter in zip(named, (_party(name, actors) for name in supporters), strict=True):
        if supporter and supporter != supported:
            given = GIVEN_BY_STATES if name.startswith(_GOVERNMENT) else GIVEN_BY_OTHERS
            support = list(dict.fromkeys([kind for column, kind in given if cells.get(column) == "1"]))
            backed, backer = row.named(supported, "actor_name"), row.named(supporter, column)
            row.says(backed, Predicate.BACKED_BY, backer, support=support, valid_from=valid[0], valid_to=valid[1])
    return row.record()


def _party(name: str, actors: Actors) -> Actor | None:
    return actors.actor(name, else_=EntityType.STATE if name.startswith(_GOVERNMENT) else EntityType.ARMED_GROUP)
