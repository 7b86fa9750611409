"""The page of what stands around an actor, place or incident: its relationships and theirs, as one picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from casus.explorer import addresses, questions, tables
from casus.explorer.drawing.force import network
from casus.explorer.filters import Filters
from casus.explorer.inquiry import Inquiry
from casus.explorer.questions import Scope
from casus.explorer.ties import Station, Tie, claims_behind, of_relation, tied
from casus.explorer.views.view import View
from casus.graph import queries
from casus.graph.answers import Ref

RELATIONS, INCIDENTS = 300, 60
"""At most: the surest relationships, the latest incidents."""


@dataclass(frozen=True, kw_only=True)
class AroundView(View):
    """A neighbourhood's page."""

    center: Ref
    depth: int
    filters: Filters
    scope: Scope
    evidence: Sequence[Tie]


async def view(inquiry: Inquiry, id: str, depth: int, filters: Filters) -> AroundView:
    """Ask for what stands around something, one or two steps away. Raises NotFound."""
    rest = addresses.call(
        f"entities/{id}/neighbourhood",
        depth=depth,
        incidents=INCIDENTS,
        limit=RELATIONS,
        **addresses.moment(filters),
    )
    question = queries.neighbourhood(id, depth=depth, incidents=INCIDENTS, at=filters.moment, limit=RELATIONS)
    found = await inquiry.ask(question, rest)
    scope = await inquiry.ask(questions.scope())
    said = [of_relation(relation) for relation in found.relations]
    claims = await claims_behind(inquiry, said)
    ties = [tie for tie in tied(said, claims) if filters.admit(tie.confidence, tie.claims)]
    refs = {ref.id: ref for ref in (found.center, *(ref for tie in ties for ref in (tie.subject, tie.object)))}
    stations = [Station.of(ref, chosen=ref.id == found.center.id) for ref in refs.values()]
    title = f"Around {found.center.name}"
    return AroundView(
        title=title,
        address=f"/around/{quote(id)}",
        asked=inquiry.asked,
        figures={"network": network("network", title, stations, ties)},
        tables={"network": lambda: tables.ties(ties)},
        center=found.center,
        depth=depth,
        filters=filters,
        scope=scope,
        evidence=ties,
    )
