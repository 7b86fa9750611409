"""The page of an actor or a place: who stands behind it, what it did and suffered, where, and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from casus.explorer import addresses, questions, tables
from casus.explorer.atlas import Atlas
from casus.explorer.drawing.layered import layered
from casus.explorer.drawing.shapes import Figure
from casus.explorer.drawing.timeline import timeline
from casus.explorer.drawing.world import world
from casus.explorer.filters import Filters
from casus.explorer.happenings import Happened
from casus.explorer.inquiry import Inquiry
from casus.explorer.questions import Said, Scope
from casus.explorer.ties import Station, Tie, claims_behind, key, of_hop, of_relation, tied
from casus.explorer.views.view import View
from casus.graph import queries
from casus.graph.answers import Backings, EntityProfile, Ref
from casus.ontology import EntityType, Predicate

DEPTH = 2
DRAWN = 40
"""Backers, and likewise proxies, that the picture has room for: the nearest, then the surest."""
ROWS = {
    Predicate.PERPETRATOR: "Held responsible",
    Predicate.TARGET: "Target",
    Predicate.LOCATED_IN: "Took place here",
    "incident": "Other",
}


@dataclass(frozen=True, kw_only=True)
class EntityView(View):
    """An entity's page."""

    entity: EntityProfile
    filters: Filters
    scope: Scope
    backing: Sequence[Tie]
    others: Sequence[Tie]
    happened: Sequence[Happened]
    left_out: int

    @property
    def evidence(self) -> list[Tie]:
        """All relationships whose sentences the page shows."""
        return [*self.backing, *self.others]


async def view(inquiry: Inquiry, atlas: Atlas, id: str, filters: Filters) -> EntityView:
    """Ask for everything that the page of an entity shows. Raises NotFound."""
    entity = await inquiry.ask(queries.entity(id), addresses.call(f"entities/{id}"))
    scope = await inquiry.ask(questions.scope())
    layer, said = await _backing(inquiry, entity, filters)
    said += map(of_relation, (one for one in entity.relations if one.predicate is not Predicate.BACKED_BY))
    claims = await claims_behind(inquiry, said)
    ties = [tie for tie in tied(said, claims) if filters.admit(tie.confidence, tie.claims)]
    backing = [tie for tie in ties if tie.predicate is Predicate.BACKED_BY]
    parts = await inquiry.ask(questions.parts(id, filters), _incidents(id, filters))
    happened = [Happened(part.incident, part.roles, part.confidence) for part in parts]
    figures = {
        "backing": _picture(entity, backing, layer),
        "timeline": timeline("timeline", f"Incidents of {entity.name} in time", _rows(happened)),
        "map": world("map", f"Where incidents of {entity.name} were", await atlas.spots(happened)),
    }
    return EntityView(
        title=entity.name,
        address=addresses.page_of(id),
        asked=inquiry.asked,
        figures=figures,
        tables={"backing": lambda: tables.ties(ties), "incidents": lambda: tables.incidents(happened)},
        entity=entity,
        filters=filters,
        scope=scope,
        backing=backing,
        others=[tie for tie in ties if tie.predicate is not Predicate.BACKED_BY],
        happened=happened,
        left_out=max(0, len(layer) - 1 - 2 * DRAWN),
    )


async def _backing(inquiry: Inquiry, entity: EntityProfile, filters: Filters) -> tuple[dict[str, int], list[Said]]:
    """Return how far left (backers, below 0) or right (proxies) each actor stands, and what is said of them."""
    layer, said = {entity.id: 0}, list[Said]()
    if entity.type is EntityType.PLACE:
        return layer, said
    for question, side in ((queries.backers, -1), (queries.proxies, 1)):
        rest = addresses.call(f"actors/{entity.id}/{question.__name__}", depth=DEPTH, **addresses.moment(filters))
        found: Backings = await inquiry.ask(question(entity.id, depth=DEPTH, at=filters.moment, limit=DRAWN), rest)
        for backing in found.found:
            layer.setdefault(backing.actor.id, side * backing.depth)
            said += map(of_hop, backing.hops)
    for denied in await _denied(inquiry, entity.id):
        said.append(denied)
        layer.setdefault(denied.subject.id, 1)
        layer.setdefault(denied.object.id, -1)
    return layer, said


async def _denied(inquiry: Inquiry, id: str) -> list[Said]:
    """Return the backing that is only denied; what is asserted as well stands among the backers and proxies."""
    found = await inquiry.ask(questions.denied(id))
    said = [Said(subject=one.subject, predicate=Predicate.BACKED_BY, object=one.object) for one in found]
    denied = {key(one): one for one in said}
    sure = await inquiry.ask(questions.relations(denied)) if denied else []
    return [one for what, one in denied.items() if what not in set(map(key, sure))]


def _picture(entity: EntityProfile, ties: Sequence[Tie], layer: dict[str, int]) -> Figure:
    refs: dict[str, Ref] = {entity.id: Ref(id=entity.id, type=entity.type, name=entity.name)}
    refs |= {ref.id: ref for tie in ties for ref in (tie.subject, tie.object)}
    first = min((layer[id] for id in refs), default=0)
    stations = [Station.of(ref, chosen=ref.id == entity.id) for ref in refs.values()]
    columns = {id: layer[id] - first for id in refs}
    return layered("backing", f"Who stands behind {entity.name}, and behind whom it stands", stations, ties, columns)


def _rows(happened: Sequence[Happened]) -> dict[str, list[Happened]]:
    rows = {label: [one for one in happened if one.kind == kind] for kind, label in ROWS.items()}
    return {label: row for label, row in rows.items() if row}


def _incidents(id: str, filters: Filters) -> str:
    return addresses.call("incidents", party=id, type=filters.type, since=filters.since, until=filters.until)
