"""The first page: a search, what there is, and where to begin."""

from collections.abc import Sequence
from dataclasses import dataclass

from casus.explorer import addresses, questions
from casus.explorer.atlas import Atlas
from casus.explorer.drawing.world import world
from casus.explorer.happenings import Happened
from casus.explorer.inquiry import Inquiry
from casus.explorer.questions import Prominent
from casus.explorer.views.view import View
from casus.graph import queries
from casus.graph.answers import Counts
from casus.graph.pages import PageRequest

LATEST = 100


@dataclass(frozen=True, kw_only=True)
class HomeView(View):
    """The first page."""

    counts: Counts
    prominent: Sequence[Prominent]
    latest: Sequence[Happened]


async def view(inquiry: Inquiry, atlas: Atlas) -> HomeView:
    """Ask for what the first page shows."""
    counts = await inquiry.ask(queries.counts(), "/readyz")
    prominent = await inquiry.ask(questions.prominent(8))
    incidents = await inquiry.ask(queries.incidents(PageRequest(LATEST)), addresses.call("incidents", limit=LATEST))
    latest = [Happened(incident) for incident in incidents.items]
    figure = world("map", "Where the latest incidents were", await atlas.spots(latest))
    return HomeView(
        title="Casus", address="", asked=inquiry.asked, figures={"map": figure}, counts=counts, prominent=prominent,
        latest=latest,
    )  # fmt: skip
