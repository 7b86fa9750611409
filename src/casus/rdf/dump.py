"""All that the graph holds, to a file or stream."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar

from casus.graph import queries
from casus.graph.answers import Answer, Page
from casus.graph.pages import LARGEST, PageRequest
from casus.graph.queries import Question
from casus.rdf.map import Triple, triples
from casus.rdf.names import Names
from casus.rdf.write import Format, write

T = TypeVar("T")
A = TypeVar("A", bound=Answer)


class Asked(Protocol):
    """What can be asked questions: a `casus.graph.Graph`."""

    def ask(self, question: Question[T]) -> T:
        """Return the answer."""


def export(graph: Asked, target: Path | BinaryIO, format: Format = Format.TURTLE, *, base_iri: str) -> None:
    """Write all that the graph holds; ids are appended to `base_iri`.

    A file stands under its name once it is whole, or not at all; the same graph gives the same bytes. Raises
    CannotWrite, and what the graph raises.
    """
    names = Names(base_iri)
    write(_triples(graph, names), target, format)


def everything(graph: Asked) -> Iterator[Answer]:
    """Yield every document, entity, incident, report, claim and relation of the graph, page by page."""
    yield from _all(graph, queries.documents)
    yield from _all(graph, lambda page: queries.entities(page=page))
    yield from _all(graph, queries.incidents_by_id)
    yield from _all(graph, queries.reports)
    yield from _all(graph, lambda page: queries.claims(page=page))
    yield from _all(graph, queries.relations)


def _all(graph: Asked, question: Callable[[PageRequest], Question[Page[A]]]) -> Iterator[A]:
    page: PageRequest | None = PageRequest(LARGEST)
    while page:
        answer = graph.ask(question(page))
        yield from answer.items
        page = PageRequest(LARGEST, answer.next) if answer.next else None


def _triples(graph: Asked, names: Names) -> Iterator[Triple]:
    for answer in everything(graph):
        yield from triples(answer, names)
