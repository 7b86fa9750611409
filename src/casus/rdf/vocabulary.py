"""The words that exports are written in; classes and properties of Casus are read from ontology/casus.ttl."""

from collections.abc import Iterator, Mapping
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, parse

from casus.ontology import EntityType, Predicate
from casus.resources import folder


class Namespace(str):
    """The beginning that the IRIs of a vocabulary share: `PROV["Entity"]` is one of them."""

    __slots__ = ()

    def __getitem__(self, name: str) -> NamedNode:  # type: ignore[override]
        """Return the term of this name."""
        return NamedNode(self + name)


CASUS = Namespace("https://w3id.org/casus/ontology#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
GEO = Namespace("http://www.opengis.net/ont/geosparql#")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
PLOVER = Namespace("https://w3id.org/casus/plover#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Namespace("https://schema.org/")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SF = Namespace("http://www.opengis.net/ont/sf#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
VOID = Namespace("http://rdfs.org/ns/void#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

PREFIXES: Mapping[str, Namespace] = {
    "casus": CASUS,
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "geo": GEO,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "plover": PLOVER,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "sf": SF,
    "skos": SKOS,
    "void": VOID,
    "xsd": XSD,
}

TYPE = RDF["type"]


@cache
def kinds_of(type_: EntityType) -> tuple[NamedNode, ...]:
    """Return the class of a record's entity type, and what other vocabularies call it."""
    return kinds(_only(CASUS["entityType"], type_))


@cache
def kinds(class_: NamedNode) -> tuple[NamedNode, ...]:
    """Return a class of ours and what other vocabularies call it."""
    return class_, *known_as(class_)


@cache
def property_of(predicate: Predicate) -> NamedNode:
    """Return the property of a record's predicate."""
    return _only(CASUS["claimPredicate"], predicate)


@cache
def known_as(term: NamedNode) -> tuple[NamedNode, ...]:
    """Return what other vocabularies call a class or property of ours: all that it is a kind of, sorted."""
    return tuple(sorted({one for one in _broader(term) if not one.value.startswith(CASUS)}, key=str))


def _broader(term: NamedNode) -> Iterator[NamedNode]:
    for quad in _ontology():
        if quad.subject == term and quad.predicate in _IS_A and isinstance(quad.object, NamedNode):
            yield quad.object
            yield from _broader(quad.object)


_IS_A = (RDFS["subClassOf"], RDFS["subPropertyOf"])


def _only(predicate: NamedNode, value: str) -> NamedNode:
    [found] = [q.subject for q in _ontology() if q.predicate == predicate and q.object == Literal(value)]
    assert isinstance(found, NamedNode)
    return found


@cache
def _ontology() -> tuple[Quad, ...]:
    return tuple(parse(path=folder("ontology") / "casus.ttl"))
