"""Triples, and the values that stand in them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from casus.rdf.vocabulary import TYPE, XSD

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal | pyoxigraph.Triple]
"""Subject, predicate and object; of a reifier (RDF 1.2) the object is what is claimed, itself a triple."""


class Block(NamedTuple):
    """Triples that are written together: those of one document's graph, or some of the default graph's."""

    graph: NamedNode | None
    triples: Iterable[Triple]


_DATE = XSD["date"]
_COUNT = XSD["nonNegativeInteger"]
_DECIMAL = XSD["decimal"]


def types(thing: NamedNode, kinds: Iterable[NamedNode]) -> Iterator[Triple]:
    """Yield what a thing is."""
    yield from ((thing, TYPE, kind) for kind in kinds)


def day(value: Any) -> Literal:
    """Return a date, of Python or of Neo4j's driver."""
    return Literal(str(value), datatype=_DATE)


def count(number: int) -> Literal:
    """Return a number that is not negative."""
    return Literal(str(number), datatype=_COUNT)


def decimal(value: float) -> Literal:
    """Return a number with at most six digits after the point, and always one."""
    whole, _, rest = f"{value:.6f}".partition(".")
    return Literal(f"{whole}.{rest.rstrip('0') or '0'}", datatype=_DECIMAL)
