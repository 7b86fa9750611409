"""The questions that can be put to the graph: one function for each statement in cypher/query.

A function checks its limits and returns a Question; `Graph.ask` and `AsyncGraph.ask` run it.
"""

from casus.graph.queries.actors import backers, proxies
from casus.graph.queries.entities import entities, entity, search
from casus.graph.queries.identity import identity_pairs, judgements
from casus.graph.queries.incidents import incident, incidents, retaliation
from casus.graph.queries.lists import claim, claims, counts, document, documents, incidents_by_id, relations, reports
from casus.graph.queries.paths import proxy_paths
from casus.graph.queries.question import FIRST, Question, state

__all__ = [
    "FIRST",
    "Question",
    "backers",
    "claim",
    "claims",
    "counts",
    "document",
    "documents",
    "entities",
    "entity",
    "identity_pairs",
    "incident",
    "incidents",
    "incidents_by_id",
    "judgements",
    "proxies",
    "proxy_paths",
    "relations",
    "reports",
    "retaliation",
    "search",
    "state",
]
