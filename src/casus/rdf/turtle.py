"""Triples as Turtle, one subject after the other; rdflib's own writer takes time with the square of their number."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from rdflib import RDF, Literal, URIRef
from rdflib.term import Node

from casus.rdf.map import Triple
from casus.rdf.vocabulary import PREFIXES

_NAMED = re.compile(r"(.*[#/])([A-Za-z][A-Za-z0-9_-]*)", re.ASCII)
_PREFIX = {str(namespace): prefix for prefix, namespace in PREFIXES.items()}


def turtle(triples: Iterable[Triple]) -> Iterator[str]:
    """Yield Turtle in pieces, from triples that come sorted by subject and predicate."""
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(PREFIXES.items()))
    for subject, about in groupby(triples, itemgetter(0)):
        said = " ;\n    ".join(_predicates(about))
        yield f"\n{_term(subject)} {said} .\n"


def _predicates(about: Iterable[Triple]) -> Iterator[str]:
    for predicate, triples in groupby(about, itemgetter(1)):
        objects = " ,\n        ".join(_term(object_) for _, _, object_ in triples)
        yield f"{'a' if predicate == RDF.type else _term(predicate)} {objects}"


def _term(term: Node) -> str:
    if isinstance(term, Literal) and term.datatype:
        return f"{Literal(str(term)).n3()}^^{_term(term.datatype)}"
    named = _NAMED.fullmatch(term) if isinstance(term, URIRef) else None
    if named and named[1] in _PREFIX:
        return f"{_PREFIX[named[1]]}:{named[2]}"
    return term.n3()
