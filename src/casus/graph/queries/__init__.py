"""The questions that can be put to the graph: one function for each statement in cypher/query.

A function checks its limits and returns a Question; `Graph.ask` runs it. What narrows a question
down is in small objects: a Moment (`as_of`, `known_by`, `least` confidence), a Period, a Route, Parties.
"""

from casus.graph.queries.actors import backers, common_backers, conflicts, exposed, neighbourhood, proxies
from casus.graph.queries.constraints import EVER, Moment, Period, Route
from casus.graph.queries.entities import entities, entity, search
from casus.graph.queries.identity import identity_pairs, judgements, merged
from casus.graph.queries.incidents import Parties, chains, exchanges, incident, incidents, retaliation, timeline
from casus.graph.queries.lists import claim, claims, counts, document, documents, incidents_by_id, relations, reports
from casus.graph.queries.names import name_pairs
from casus.graph.queries.paths import proxy_paths, shortest_path
from casus.graph.queries.question import FIRST, Question, state

__all__ = [
    "EVER",
    "FIRST",
    "Moment",
    "Parties",
    "Period",
    "Question",
    "Route",
    "backers",
    "chains",
    "claim",
    "claims",
    "common_backers",
    "conflicts",
    "counts",
    "document",
    "documents",
    "entities",
    "entity",
    "exchanges",
    "exposed",
    "identity_pairs",
    "incident",
    "incidents",
    "incidents_by_id",
    "judgements",
    "merged",
    "name_pairs",
    "neighbourhood",
    "proxies",
    "proxy_paths",
    "relations",
    "reports",
    "retaliation",
    "search",
    "shortest_path",
    "state",
    "timeline",
]
