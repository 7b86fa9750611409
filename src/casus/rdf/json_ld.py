"""Triples as JSON-LD with the words of ontology/context.jsonld, a node a line, so that memory stays the same."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from pyoxigraph import Literal, NamedNode

from casus.rdf.terms import Block, Triple
from casus.rdf.vocabulary import TYPE, XSD
from casus.resources import folder


def json_ld(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield a JSON-LD document in pieces; triples come grouped by subject, then by predicate."""
    yield f'{{"@context": {_json(_context())},\n"@graph": ['
    between = "\n"
    for line in _lines(blocks):
        yield between + line
        between = ",\n"
    yield "\n]}\n"


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for graph, triples in blocks:
        nodes = (_json(_node(subject, about)) for subject, about in groupby(triples, itemgetter(0)))
        if graph is None:
            yield from nodes
        else:
            inside = ",\n  ".join(nodes)
            yield f'{{"id": {_json(graph.value)}, "@graph": [\n  {inside}]}}'


def _node(subject: NamedNode, about: Iterable[Triple]) -> dict[str, Any]:
    node: dict[str, Any] = {"id": subject.value}
    for predicate, triples in groupby(about, itemgetter(1)):
        word, values = _said(predicate, [object_ for _, _, object_ in triples])
        node[word] = values if len(values) > 1 else values[0]
    return node


def _said(predicate: NamedNode, objects: list[Any]) -> tuple[str, list[Any]]:
    if predicate == TYPE:
        return "type", [_compact(one.value) for one in objects]
    word = _words().get(predicate.value)
    if word is None:
        return _compact(predicate.value), [_value(one, None) for one in objects]
    return word.name, [_value(one, word.type) for one in objects]


def _value(object_: NamedNode | Literal, type_: str | None) -> Any:
    """Return an object as short as its word's type allows."""
    if isinstance(object_, NamedNode):
        return object_.value if type_ == "@id" else {"id": object_.value}
    datatype = object_.datatype.value
    if datatype == type_ or (type_ is None and datatype == XSD + "string"):
        return object_.value
    return {"@value": object_.value, "type": _compact(datatype)}


@dataclass(frozen=True)
class _Word:
    """A word of the context, with the type of its values where it has one."""

    name: str
    type: str | None


@cache
def _words() -> Mapping[str, _Word]:
    """Return the words by the IRIs they stand for."""
    found = {}
    for name, term in _context().items():
        iri, type_ = (term["@id"], term["@type"]) if isinstance(term, dict) else (term, None)
        if not iri.startswith("@") and name not in _prefixes():
            found[_whole(iri)] = _Word(name, type_ if type_ in {None, "@id"} else _whole(type_))
    return found


@cache
def _compact(iri: str) -> str:
    """Return an IRI with its prefix."""
    for prefix, namespace in _prefixes().items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _whole(iri: str) -> str:
    prefix, colon, name = iri.partition(":")
    return _prefixes()[prefix] + name if colon else iri


@cache
def _prefixes() -> Mapping[str, str]:
    return {name: term for name, term in _context().items() if isinstance(term, str) and term[-1] in "#/"}


@cache
def _context() -> Any:
    return json.loads((folder("ontology") / "context.jsonld").read_text("utf-8"))["@context"]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
