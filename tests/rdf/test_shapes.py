"""The shapes accept what is written and refuse what must not be."""

import re
from collections.abc import Callable

import pytest
from pyshacl import validate
from rdflib import RDF, RDFS, SH, SKOS, XSD, Graph, Literal, URIRef
from tests.rdf.conftest import BASE, GROUP, INCIDENT, STATE, TOWN, quoted

from casus.graph import answers
from casus.ontology import Predicate
from casus.rdf.map import triples
from casus.rdf.names import Names
from casus.rdf.vocabulary import CASUS, OA, PLOVER, SEM, property_of
from casus.resources import folder

IRI = Names(BASE)
RAID = IRI.of(INCIDENT.id)
FRONT = IRI.of(GROUP.id)
CLAIM = IRI.claim("d 1/c1")
PASSAGE = IRI.passage(quoted('"They came \\ at night",\nhe said.', 10))


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(folder("ontology") / "shapes.ttl")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(folder("ontology") / "casus.ttl")


@pytest.fixture
def export(story: list[answers.Answer], names: Names) -> Graph:
    graph = Graph()
    for answer in story:
        for triple in triples(answer, names):
            graph.add(triple)
    return graph


def test_the_shapes_accept_an_export(export: Graph, shapes: Graph, ontology: Graph) -> None:
    conforms, _, text = validate(export, shacl_graph=shapes, ont_graph=ontology)
    assert conforms, text


def to(subject: URIRef, predicate: URIRef, value: URIRef | Literal) -> Callable[[Graph], object]:
    return lambda graph: graph.set((subject, predicate, value))


def more(subject: URIRef, predicate: URIRef, value: URIRef | Literal) -> Callable[[Graph], object]:
    return lambda graph: graph.add((subject, predicate, value))


def without(subject: URIRef, predicate: URIRef) -> Callable[[Graph], object]:
    return lambda graph: graph.remove((subject, predicate, None))


def number(value: str) -> Literal:
    return Literal(value, datatype=XSD.nonNegativeInteger)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (to(FRONT, CASUS.backedBy, RAID), "a backer is an actor"),
        (to(FRONT, CASUS.backedBy, IRI.of(TOWN.id)), "a backer is an actor"),
        (to(FRONT, CASUS.backedBy, IRI.of(STATE.id)), "no asserted claim says"),
        (to(RAID, CASUS.perpetrator, IRI.of(TOWN.id)), "a perpetrator is an actor"),
        (to(RAID, CASUS.retaliatesFor, FRONT), "an incident answers an incident"),
        (to(RAID, CASUS.locatedIn, FRONT), "a location is a place or a state"),
        (to(CLAIM, RDF.object, RAID), "the claim's object .* is no .*Actor"),
        (to(CLAIM, RDF.subject, FRONT), "the claim's subject .* is no .*Incident"),
        (to(CLAIM, RDF.predicate, CASUS.status), "one of the eight predicates"),
        (to(CLAIM, CASUS.confidence, Literal("2.0", datatype=XSD.decimal)), "from 0 to 1"),
        (to(CLAIM, CASUS.polarity, CASUS.denied), "asserted or denied"),
        (without(CLAIM, CASUS.evidence), "has the passages that say so"),
        (more(CLAIM, RDF.object, IRI.of(STATE.id)), "a claim has one object"),
        (to(PASSAGE, OA.start, number("99")), "starts before its end"),
        (without(PASSAGE, OA.exact), "quotes its sentence"),
        (without(RAID, SEM.eventType), "has a PLOVER type"),
        (to(RAID, CASUS.status, PLOVER.ASSAULT), "one of the five statuses"),
        (to(RAID, SEM.hasLatestEndTimeStamp, Literal("2020-01-01", datatype=XSD.date)), "not after its end"),
        (to(RAID, CASUS.killedAtMost, number("1")), "not more than the most"),
        (to(FRONT, CASUS.iso3, Literal("Niger")), "three capitals"),
        (without(FRONT, SKOS.prefLabel), "an entity has one name"),
    ],
)
def test_the_shapes_refuse(
    damage: Callable[[Graph], object], message: str, export: Graph, shapes: Graph, ontology: Graph
) -> None:
    damage(export)
    conforms, report, text = validate(export, shacl_graph=shapes, ont_graph=ontology)
    assert not conforms
    assert re.search(message, text), text
    assert isinstance(report, Graph)


@pytest.mark.parametrize("predicate", Predicate)
def test_a_shape_guards_the_domain_and_range_of(predicate: Predicate, shapes: Graph, ontology: Graph) -> None:
    property_ = property_of(predicate)
    [shape] = shapes.subjects(SH.targetSubjectsOf, property_)
    [about] = shapes.objects(shape, SH.property)
    guarded = [shapes.value(shape, SH["class"]), shapes.value(about, SH["class"])]
    assert guarded == [ontology.value(property_, RDFS.domain), ontology.value(property_, RDFS.range)]
