"""The words that exports are written in; classes and properties of Casus are read from ontology/casus.ttl."""

from collections.abc import Iterator, Mapping
from functools import cache

from rdflib import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD, Graph, Literal, Namespace, URIRef

from casus.ontology import EntityType, Predicate
from casus.resources import folder

CASUS = Namespace("https://w3id.org/casus/ontology#")
PLOVER = Namespace("https://w3id.org/casus/plover#")
OA = Namespace("http://www.w3.org/ns/oa#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")

PREFIXES: Mapping[str, Namespace | str] = {
    "casus": CASUS,
    "dcterms": str(DCTERMS),
    "oa": OA,
    "org": str(ORG),
    "owl": str(OWL),
    "plover": PLOVER,
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SDO),
    "sem": SEM,
    "skos": str(SKOS),
    "xsd": str(XSD),
}


@cache
def class_of(type_: EntityType) -> URIRef:
    """Return the class of a record's entity type."""
    return _only(CASUS.entityType, Literal(type_))


@cache
def property_of(predicate: Predicate) -> URIRef:
    """Return the property of a record's predicate."""
    return _only(CASUS.claimPredicate, Literal(predicate))


@cache
def known_as(term: URIRef) -> tuple[URIRef, ...]:
    """Return what other vocabularies call a class or property of ours: all that it is a kind of, sorted."""
    return tuple(sorted(broader for broader in _broader(term) if str(broader) not in CASUS))


def _broader(term: URIRef) -> Iterator[URIRef]:
    for key in (RDFS.subClassOf, RDFS.subPropertyOf):
        yield from (one for one in _ontology().transitive_objects(term, key) if isinstance(one, URIRef))


def _only(predicate: URIRef, value: Literal) -> URIRef:
    [found] = _ontology().subjects(predicate, value)
    return URIRef(str(found))


@cache
def _ontology() -> Graph:
    return Graph().parse(folder("ontology") / "casus.ttl")
