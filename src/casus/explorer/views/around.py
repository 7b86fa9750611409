"""The page of what stands around an actor, place or incident: its relationships and theirs, as one picture."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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

RELATIONS, INCIDENTS, TOLD = 4000, 60, 300
"""At most: relationships, the surest; the latest incidents; relationships whose sentences are in the page."""
BY_REST = 1000
"""The API gives no more relationships at a time."""


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
    limit = TOLD if filters.of_claims else RELATIONS
    rest = addresses.call(
        f"entities/{id}/neighbourhood",
        depth=depth,
        incidents=INCIDENTS,
        limit=min(limit, BY_REST),
        **addresses.moment(filters),
    )
    question = queries.neighbourhood(id, depth=depth, incidents=INCIDENTS, at=filters.moment, limit=limit)
    found = await inquiry.ask(question, rest)
    scope = await inquiry.ask(questions.scope())
    said = [of_relation(relation) for relation in found.relations]
    ties = [*_told(tied(said, await claims_behind(inquiry, said[:TOLD])), filters)]
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
        evidence=[tie for tie in ties if not tie.apart],
    )


def _told(ties: Iterable[Tie], filters: Filters) -> Iterator[Tie]:
    """Yield what passes the filters; beyond the first, sentences stand apart."""
    for tie in ties:
        if tie.number > TOLD:
            yield replace(tie, apart=True)
        elif filters.admit(tie.confidence, tie.claims):
            yield tie
