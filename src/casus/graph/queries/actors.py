"""Who backs whom, who meets whom through those they back, and what stands around an actor."""

from collections.abc import Collection, Sequence

from casus.errors import BadInput
from casus.graph import answers
from casus.graph.queries.constraints import ANY_TIME, EVER, Moment, Period
from casus.graph.queries.question import Question, all_of, one, state, within
from casus.ontology import EventType, Predicate

HOSTILE = {type.value: type.score for type in EventType if type.score < 0}
"""The PLOVER score of every hostile type of event."""


def backers(id: str, *, depth: int = 1, at: Moment = EVER, limit: int = 100) -> Question[answers.Backings]:
    """Who backs an actor, directly and through others up to `depth` (1 to 4)."""
    return _backings("backers", id, depth, at, limit)


def proxies(id: str, *, depth: int = 1, at: Moment = EVER, limit: int = 100) -> Question[answers.Backings]:
    """Whom an actor backs, directly and through others up to `depth` (1 to 4)."""
    return _backings("proxies", id, depth, at, limit)


def common_backers(
    ids: Sequence[str], *, depth: int = 1, at: Moment = EVER, limit: int = 100
) -> Question[answers.CommonBackers]:
    """Who backs each of several actors (2 to 10), directly or through others up to `depth` (1 to 4)."""
    _depth_and_limit(depth, limit)
    asked = list(dict.fromkeys(state(id) for id in ids))
    if not 2 <= len(asked) <= 10:
        raise BadInput(f"actor: {len(asked)} different actors are given, not 2 to 10")
    parameters = {"ids": asked, "depth": depth, "limit": limit, **at.parameters}
    return one("common_backers", answers.CommonBackers, parameters, f"no actor has one of the ids {', '.join(asked)}")


def exposed(
    *, depth: int = 1, period: Period = ANY_TIME, at: Moment = EVER, limit: int = 20
) -> Question[list[answers.Exposure]]:
    """States hit by groups that other states back, those hit hardest first (by the sum of PLOVER scores)."""
    _depth_and_limit(depth, limit)
    parameters = {"depth": depth, "limit": limit, "scores": HOSTILE, **period.parameters, **at.parameters}
    return all_of("exposed", answers.Exposure, parameters)


def conflicts(
    between: Collection[str] = (),
    *,
    depth: int = 1,
    period: Period = ANY_TIME,
    at: Moment = EVER,
    limit: int = 20,
) -> Question[list[answers.Conflict]]:
    """Pairs of states that meet in hostile incidents through groups they back, the gravest first.

    `between` narrows them down to those of one state or to those of two. At least one side of every incident counted
    is a group that one of the two states backs, directly or through others up to `depth` (1 to 4).
    """
    _depth_and_limit(depth, limit)
    if len(between) > 2:
        raise BadInput(f"state: a pair is of two, and {len(between)} states are given")
    states = [state(id) for id in between]
    parameters = {"by": {"between": states}, "depth": depth, "limit": limit, "scores": HOSTILE}
    return all_of("conflicts", answers.Conflict, {**parameters, **period.parameters, **at.parameters})


def neighbourhood(
    id: str,
    *,
    depth: int = 1,
    ties: Collection[Predicate] = tuple(Predicate),
    incidents: int = 20,
    at: Moment = EVER,
    limit: int = 200,
) -> Question[answers.Neighbourhood]:
    """What stands around an entity or incident: its relationships, the surest first, and its latest incidents.

    At a `depth` of 2, the relationships of those come with it; their own incidents do not. At most `limit`
    relationships (1 to 5000) and `incidents` incidents (0 to 200).
    """
    within("depth", depth, 2)
    within("limit", limit, 5000)
    within("incidents", incidents + 1, 201)
    along = sorted(tie.relationship for tie in ties)
    parameters = {"id": state(id), "depth": depth, "ties": along, "incidents": incidents, "limit": limit}
    missing = f"nothing has the id {id!r}; search by name"
    return one("neighbourhood", answers.Neighbourhood, {**parameters, **at.parameters}, missing)


def _backings(query: str, id: str, depth: int, at: Moment, limit: int) -> Question[answers.Backings]:
    _depth_and_limit(depth, limit)
    parameters = {"id": state(id), "depth": depth, "limit": limit, **at.parameters}
    return one(query, answers.Backings, parameters, f"no actor has the id {id!r}; search by name")


def _depth_and_limit(depth: int, limit: int) -> None:
    within("depth", depth, 4)
    within("limit", limit, 1000)
