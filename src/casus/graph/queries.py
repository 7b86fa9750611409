"""The questions that can be put to the graph: one function for each statement in cypher/query.

A function checks its limits and returns a Question; `Graph.ask` and `AsyncGraph.ask` run it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from casus.errors import BadInput, NotFound
from casus.graph import answers, codes
from casus.graph.names import fold, full_text
from casus.graph.pages import PageRequest, token
from casus.graph.statements import Statement, statement
from casus.ontology import EntityType, EventType, Predicate

T = TypeVar("T")
A = TypeVar("A", bound=answers.Answer)
Rows = list[dict[str, Any]]

FIRST = PageRequest()
"""The first page, of the usual size."""


@dataclass(frozen=True)
class Question(Generic[T]):
    """A statement, its parameters, and how its rows are read."""

    statement: Statement
    parameters: dict[str, Any]
    read: Callable[[Rows], T]


def search(
    name: str, page: PageRequest = FIRST, *, type: EntityType | None = None, country: str | None = None
) -> Question[answers.Page[answers.Entity]]:
    """Entities by any of their names, in any spelling: those that bear it exactly first, then the most alike.

    At most the 200 most alike are found. `country` is an ISO 3166-1 alpha-3 code.
    """
    filters = {"name": fold(name), "query": full_text(name), "type": type, "country": country}
    if not filters["query"]:
        raise BadInput(f"name: {name!r} has no letter or digit to search for")
    return _page("search", answers.Entity, filters, page)


def entities(
    page: PageRequest = FIRST, *, type: EntityType | None = None, country: str | None = None
) -> Question[answers.Page[answers.Entity]]:
    """All entities, by id; of one type or one country (ISO 3166-1 alpha-3)."""
    return _page("entities", answers.Entity, {"type": type, "country": country}, page)


def entity(id: str) -> Question[answers.EntityProfile]:
    """One entity and its relationships. Raises NotFound when asked, as all questions by id do."""
    return _one("entity", answers.EntityProfile, {"id": id}, f"no entity has the id {id!r}; search by name")


def incidents(
    page: PageRequest = FIRST,
    *,
    actor: str | None = None,
    target: str | None = None,
    place: str | None = None,
    type: EventType | None = None,
    dates: tuple[date | None, date | None] = (None, None),
) -> Question[answers.Page[answers.Incident]]:
    """Incidents, the latest first: by perpetrator, target, place (or what lies in it), type, and overlap with dates."""
    filters = {"actor": actor, "target": target, "place": place, "type": type, "since": dates[0], "until": dates[1]}
    return _page("incidents", answers.Incident, filters, page)


def incidents_by_id(page: PageRequest = FIRST) -> Question[answers.Page[answers.Incident]]:
    """All incidents, by id: for exports."""
    return _page("incidents_by_id", answers.Incident, {}, page)


def incident(id: str) -> Question[answers.IncidentProfile]:
    """One incident, its reports and every claim about it with the sentences behind them."""
    return _one("incident", answers.IncidentProfile, {"id": id}, f"no incident has the id {id!r}")


def retaliation(id: str, *, depth: int = 5) -> Question[answers.Retaliation]:
    """Chains of retaliation: what an incident answers and what answers it, up to `depth` links away (1 to 10)."""
    _within("depth", depth, 10)
    return _one("retaliation", answers.Retaliation, {"id": id, "depth": depth}, f"no incident has the id {id!r}")


def backers(id: str, *, depth: int = 1, as_of: date | None = None, limit: int = 100) -> Question[answers.Backings]:
    """Who backs an actor, directly and through others up to `depth` (1 to 4), by what is known to hold on a day."""
    return _backings("backers", id, depth, as_of, limit)


def proxies(id: str, *, depth: int = 1, as_of: date | None = None, limit: int = 100) -> Question[answers.Backings]:
    """Whom an actor backs, directly and through others up to `depth` (1 to 4), by what is known to hold on a day."""
    return _backings("proxies", id, depth, as_of, limit)


def proxy_paths(
    source: str, target: str, *, depth: int = 2, as_of: date | None = None, limit: int = 10
) -> Question[answers.ProxyPaths]:
    """Ways from one state to another through groups they back and the incidents between them, the best first.

    `depth` is how many hops of backing there may be on either side (1 to 4); an incident between the two states
    themselves is no proxy path. A state may be given by its ISO 3166-1 code.
    """
    _within("depth", depth, 4)
    _within("limit", limit, 100)
    start, end = state(source), state(target)
    if start == end:
        raise BadInput(f"from and to are both {start!r}; a proxy path leads from one state to another")
    parameters = {"from": start, "to": end, "depth": depth, "as_of": as_of, "limit": limit}
    return _one("proxy_paths", answers.ProxyPaths, parameters, f"no actor has the id {start!r}, or none has {end!r}")


def claim(id: str) -> Question[answers.Claim]:
    """One claim with the sentences behind it."""
    return _one("claim", answers.Claim, {"id": id}, f"no claim has the id {id!r}")


def claims(
    page: PageRequest = FIRST,
    *,
    subject: str | None = None,
    predicate: Predicate | None = None,
    object: str | None = None,
) -> Question[answers.Page[answers.Claim]]:
    """Claims, asserted and denied, by id; about one subject, of one predicate, about one object."""
    return _page("claims", answers.Claim, {"subject": subject, "predicate": predicate, "object": object}, page)


def document(id: str) -> Question[answers.DocumentProfile]:
    """One document and what it says."""
    return _one("document", answers.DocumentProfile, {"id": id}, f"no document has the id {id!r}")


def documents(page: PageRequest = FIRST) -> Question[answers.Page[answers.Document]]:
    """All documents, by id."""
    return _page("documents", answers.Document, {}, page)


def reports(page: PageRequest = FIRST) -> Question[answers.Page[answers.IncidentReport]]:
    """All reports, by id, each with the incident it tells of: for exports."""
    return _page("reports", answers.IncidentReport, {}, page)


def relations(page: PageRequest = FIRST) -> Question[answers.Page[answers.Relation]]:
    """All plain relationships, by subject, predicate and object: for exports."""
    return _page("relations", answers.Relation, {}, page)


def counts() -> Question[answers.Counts]:
    """How much there is of everything."""
    return _one("counts", answers.Counts, {}, "the graph cannot be counted")


def state(name: str) -> str:
    """Return the id of a state given by its id or its ISO 3166-1 code (IR, IRN); any other id as it is."""
    try:
        return codes.state(name)
    except ValueError as error:
        raise BadInput(str(error)) from None


def _backings(query: str, id: str, depth: int, as_of: date | None, limit: int) -> Question[answers.Backings]:
    _within("depth", depth, 4)
    _within("limit", limit, 1000)
    parameters = {"id": state(id), "depth": depth, "as_of": as_of, "limit": limit}
    return _one(query, answers.Backings, parameters, f"no actor has the id {id!r}; search by name")


def _one(query: str, model: type[A], parameters: dict[str, Any], missing: str) -> Question[A]:
    """Return a question whose one row is the answer; no row: NotFound."""

    def read(rows: Rows) -> A:
        if not rows:
            raise NotFound(missing)
        return model.model_validate(rows[0])

    return Question(statement(f"query/{query}"), parameters, read)


def _page(query: str, model: type[A], filters: Mapping[str, Any], page: PageRequest) -> Question[answers.Page[A]]:
    """Return a question whose rows are items, each with its sort key; one row too many says that there are more."""

    def read(rows: Rows) -> answers.Page[A]:
        keys = [row.pop("key") for row in rows[: page.limit]]
        more = token(query, filters, keys[-1]) if len(rows) > page.limit else None
        return answers.Page(items=[model.model_validate(row) for row in rows[: page.limit]], next=more)

    after = page.key(query, filters)
    return Question(statement(f"query/{query}"), {**filters, "after": after, "limit": page.limit + 1}, read)


def _within(name: str, number: int, most: int) -> None:
    if not 1 <= number <= most:
        raise BadInput(f"{name}: {number} is not from 1 to {most}")
