"""All that the graph holds, to a file or stream."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from casus.graph import Graph, queries
from casus.graph.answers import Answer
from casus.rdf.map import Triple, triples
from casus.rdf.names import Names
from casus.rdf.write import Format, write


def export(graph: Graph, target: Path | BinaryIO, format: Format = Format.TURTLE, *, base_iri: str) -> None:
    """Write all that the graph holds; ids are appended to `base_iri`.

    A file stands under its name once it is whole, or not at all; the same graph gives the same bytes. Raises
    CannotWrite, and what the graph raises.
    """
    names = Names(base_iri)
    write(_triples(graph, names), target, format)


def everything(graph: Graph) -> Iterator[Answer]:
    """Yield every document, entity, incident, report, claim and relation of the graph."""
    yield from graph.each(queries.documents)
    yield from graph.each(lambda page: queries.entities(page=page))
    yield from graph.each(queries.incidents_by_id)
    yield from graph.each(queries.reports)
    yield from graph.each(lambda page: queries.claims(page=page))
    yield from graph.each(queries.relations)


def _triples(graph: Graph, names: Names) -> Iterator[Triple]:
    for answer in everything(graph):
        yield from triples(answer, names)
