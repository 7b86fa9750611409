"""A question: a statement, its parameters, and how its rows are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from casus.errors import BadInput, NotFound
from casus.graph import answers, codes
from casus.graph.pages import PageRequest, token
from casus.graph.statements import Statement, statement

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


def one(query: str, model: type[A], parameters: dict[str, Any], missing: str) -> Question[A]:
    """Return a question whose one row is the answer; no row: NotFound."""

    def read(rows: Rows) -> A:
        if not rows:
            raise NotFound(missing)
        return model.model_validate(rows[0])

    return Question(statement(f"query/{query}"), parameters, read)


def all_of(query: str, model: type[A], parameters: dict[str, Any]) -> Question[list[A]]:
    """Return a question whose rows are all there is to answer."""
    return Question(statement(f"query/{query}"), parameters, lambda rows: [model.model_validate(row) for row in rows])


def page_of(query: str, model: type[A], filters: Mapping[str, Any], page: PageRequest) -> Question[answers.Page[A]]:
    """Return a question whose rows are items, each with its sort key; one row too many says that there are more."""

    def read(rows: Rows) -> answers.Page[A]:
        keys = [row.pop("key") for row in rows[: page.limit]]
        more = token(query, filters, keys[-1]) if len(rows) > page.limit else None
        return answers.Page(items=[model.model_validate(row) for row in rows[: page.limit]], next=more)

    after = page.key(query, filters)
    return Question(statement(f"query/{query}"), {**filters, "after": after, "limit": page.limit + 1}, read)


def within(name: str, number: int, most: int) -> None:
    """Raise BadInput for a number that is not from 1 to `most`."""
    if not 1 <= number <= most:
        raise BadInput(f"{name}: {number} is not from 1 to {most}")


def state(name: str) -> str:
    """Return the id of a state given by its id or its ISO 3166-1 code (IR, IRN); any other id as it is."""
    try:
        return codes.state(name)
    except ValueError as error:
        raise BadInput(str(error)) from None
