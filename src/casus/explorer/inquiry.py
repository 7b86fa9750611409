"""Asking the graph, and remembering what was asked, so that a page can show the calls behind it."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from casus.api.dependencies import Store
from casus.graph.queries import Question

T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """A question as one puts it without the explorer: by REST, where the API has it, and in Cypher."""

    rest: str | None
    does: str
    cypher: str


@dataclass
class Inquiry:
    """A page's questions."""

    store: Store
    asked: list[Asked] = field(default_factory=list)

    async def ask(self, question: Question[T], rest: str | None = None) -> T:
        """Return the answer; `rest` is the API's address of the same."""
        self.asked.append(Asked(rest, question.statement.does, _runnable(question)))
        return await self.store.ask(question)


def _runnable(question: Question[Any]) -> str:
    """Return the statement with its parameters as the Neo4j Browser takes them."""
    parameters = [f":param {name} => {literal(value)}" for name, value in question.parameters.items()]
    return "\n".join([*parameters, question.statement.text])


def literal(value: Any) -> str:
    """Return a parameter's value as Cypher."""
    if isinstance(value, date):
        return f'date("{value}")'
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {literal(part)}" for name, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(literal, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
