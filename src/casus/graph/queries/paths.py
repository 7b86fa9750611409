"""Ways from one actor to another."""

from datetime import date

from casus.errors import BadInput
from casus.graph import answers
from casus.graph.queries.question import Question, one, state, within


def proxy_paths(
    source: str, target: str, *, depth: int = 2, as_of: date | None = None, limit: int = 10
) -> Question[answers.ProxyPaths]:
    """Ways from one state to another through groups they back and the incidents between them, the best first.

    `depth` is how many hops of backing there may be on either side (1 to 4); an incident between the two states
    themselves is no proxy path. A state may be given by its ISO 3166-1 code.
    """
    within("depth", depth, 4)
    within("limit", limit, 100)
    start, end = state(source), state(target)
    if start == end:
        raise BadInput(f"from and to are both {start!r}; a proxy path leads from one state to another")
    parameters = {"from": start, "to": end, "depth": depth, "as_of": as_of, "limit": limit}
    return one("proxy_paths", answers.ProxyPaths, parameters, f"no actor has the id {start!r}, or none has {end!r}")
