"""Ways from one actor to another."""

from collections.abc import Collection

from casus.errors import BadInput
from casus.graph import answers
from casus.graph.queries.constraints import ANY_WAY, EVER, Moment, Route
from casus.graph.queries.question import Question, one, state, within
from casus.ontology import Predicate

STEPS = frozenset(Predicate) - {Predicate.DISTINCT_FROM, Predicate.LOCATED_IN}
"""Along what a shortest path leads where nothing else is asked for; places would lead from everybody to everybody."""

MOST_GROUPS = 100
"""Groups of the side that a path begins on, the surest, whose meetings with the other side's groups are looked for."""

MOST_MEETINGS = 1000
"""Pairs of actors that met, the best first, of whose incidents those asked for are looked for."""


def proxy_paths(
    source: str, target: str, *, depth: int = 2, route: Route = ANY_WAY, at: Moment = EVER, limit: int = 10
) -> Question[answers.ProxyPaths]:
    """Ways from one actor to another through groups they back and the incidents between them, the best first.

    `depth` is how many hops of backing there may be on either side (1 to 4); an incident between the two actors
    themselves is no proxy path. A state may be given by its ISO 3166-1 code. docs/queries.md explains the score.
    """
    within("depth", depth, 4)
    within("limit", limit, 100)
    start, end = _ends(source, target)
    meetings = limit if at == EVER and not route.chooses else MOST_MEETINGS
    most = {"groups": MOST_GROUPS, "meetings": meetings}
    parameters = {"from": start, "to": end, "depth": depth, "limit": limit, "most": most}
    found = {**parameters, **route.parameters, **at.parameters}
    return one("proxy_paths", answers.ProxyPaths, found, _missing(start, end))


def shortest_path(
    source: str,
    target: str,
    *,
    depth: int = 6,
    ties: Collection[Predicate] = STEPS,
    directed: bool = False,
    avoid: Collection[str] = (),
    at: Moment = EVER,
) -> Question[answers.ShortestPath]:
    """The shortest way between two entities or incidents, of at most `depth` steps (1 to 8), along some predicates.

    `directed`: every step goes the way its relationship runs, from its subject to its object.
    """
    within("depth", depth, 8)
    if unfit := set(ties) & {Predicate.DISTINCT_FROM}:
        raise BadInput(f"ties: {min(unfit)} says that two have nothing to do with each other, and leads nowhere")
    start, end = _ends(source, target)
    along = sorted(tie.relationship for tie in ties)
    parameters = {"from": start, "to": end, "depth": depth, "ties": along, "directed": directed, "avoid": sorted(avoid)}
    return one("shortest_path", answers.ShortestPath, {**parameters, **at.parameters}, _missing(start, end))


def _ends(source: str, target: str) -> tuple[str, str]:
    start, end = state(source), state(target)
    if start == end:
        raise BadInput(f"from and to are both {start!r}; a path leads from one to another")
    return start, end


def _missing(start: str, end: str) -> str:
    return f"nothing fit to begin or end a path has the id {start!r}, or none has {end!r}; search by name"
