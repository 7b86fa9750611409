"""Who backs whom."""

from datetime import date

from casus.graph import answers
from casus.graph.queries.question import Question, one, state, within


def backers(id: str, *, depth: int = 1, as_of: date | None = None, limit: int = 100) -> Question[answers.Backings]:
    """Who backs an actor, directly and through others up to `depth` (1 to 4), by what is known to hold on a day."""
    return _backings("backers", id, depth, as_of, limit)


def proxies(id: str, *, depth: int = 1, as_of: date | None = None, limit: int = 100) -> Question[answers.Backings]:
    """Whom an actor backs, directly and through others up to `depth` (1 to 4), by what is known to hold on a day."""
    return _backings("proxies", id, depth, as_of, limit)


def _backings(query: str, id: str, depth: int, as_of: date | None, limit: int) -> Question[answers.Backings]:
    within("depth", depth, 4)
    within("limit", limit, 1000)
    parameters = {"id": state(id), "depth": depth, "as_of": as_of, "limit": limit}
    return one(query, answers.Backings, parameters, f"no actor has the id {id!r}; search by name")
