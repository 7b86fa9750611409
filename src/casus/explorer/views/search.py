"""The page of what a search found."""

from collections.abc import Sequence
from dataclasses import dataclass

from casus.explorer import addresses
from casus.explorer.inquiry import Inquiry
from casus.explorer.views.view import View
from casus.graph import queries
from casus.graph.answers import Entity
from casus.graph.pages import PageRequest

SHOWN = 50


@dataclass(frozen=True, kw_only=True)
class SearchView(View):
    """What was found."""

    name: str
    found: Sequence[Entity]


async def view(inquiry: Inquiry, name: str) -> SearchView:
    """Look for entities by any spelling of a name."""
    question = queries.search(name, PageRequest(SHOWN))
    found = await inquiry.ask(question, addresses.call("entities", q=name, limit=SHOWN))
    return SearchView(title=f"Search: {name}", address="/search", asked=inquiry.asked, name=name, found=found.items)
