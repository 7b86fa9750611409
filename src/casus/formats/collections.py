"""The collections of the graph: each a list of answers that can be read page by page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from casus.graph import Graph, answers, queries
from casus.graph.pages import PageRequest
from casus.graph.queries import Question

Paged = Callable[[PageRequest], Question[answers.Page[Any]]]


@dataclass(frozen=True)
class Collection:
    """All there is of a kind, by id."""

    name: str
    model: type[answers.Answer]
    paged: Paged

    def items(self, graph: Graph) -> Iterator[answers.Answer]:
        """Yield every item, page after page."""
        return graph.each(self.paged)


COLLECTIONS: dict[str, Collection] = {
    one.name: one
    for one in (
        Collection("documents", answers.Document, queries.documents),
        Collection("entities", answers.Entity, queries.entities),
        Collection("incidents", answers.Incident, queries.incidents_by_id),
        Collection("reports", answers.IncidentReport, queries.reports),
        Collection("claims", answers.Claim, queries.claims),
        Collection("relations", answers.Relation, queries.relations),
    )
}
"""By name."""
