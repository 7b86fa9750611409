"""The ontology's words stand in ontology/*.ttl; Python may not say anything else."""

import json
from collections.abc import Iterable

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from casus.ontology import MODES, EntityType, EventType, Polarity, Predicate, Status
from casus.resources import folder

CASUS = Namespace("https://w3id.org/casus/ontology#")
SCHEME = URIRef("https://w3id.org/casus/plover")


@pytest.fixture(scope="module")
def casus() -> Graph:
    return Graph().parse(folder("ontology") / "casus.ttl")


@pytest.fixture(scope="module")
def plover() -> Graph:
    return Graph().parse(folder("ontology") / "plover.ttl")


def words(nodes: Iterable[Node | None]) -> set[str]:
    return {str(node) for node in nodes}


def local(node: Node | None) -> str:
    return str(node).removeprefix(str(CASUS))


def concept(plover: Graph, type_: EventType) -> URIRef:
    found = next(s for s in plover.subjects(SKOS.notation, Literal(type_)) if (s, SKOS.topConceptOf, SCHEME) in plover)
    assert isinstance(found, URIRef)
    return found


def property_of(casus: Graph, predicate: Predicate) -> Node:
    [found] = casus.subjects(CASUS.claimPredicate, Literal(predicate))
    return found


def test_the_entity_types_are_the_classes_that_name_one(casus: Graph) -> None:
    assert {(local(s), str(o)) for s, o in casus.subject_objects(CASUS.entityType)} == {(t, t) for t in EntityType}


def test_the_event_types_are_the_top_concepts_of_plover(plover: Graph) -> None:
    tops = plover.subjects(SKOS.topConceptOf, SCHEME)
    assert words(plover.value(top, SKOS.notation) for top in tops) == set(EventType)


@pytest.mark.parametrize("type_", EventType)
def test_the_modes_are_the_concepts_under_their_type(plover: Graph, type_: EventType) -> None:
    modes = plover.subjects(SKOS.broader, concept(plover, type_))
    assert words(plover.value(mode, SKOS.notation) for mode in modes) == MODES.get(type_, frozenset())


@pytest.mark.parametrize("type_", EventType)
def test_every_event_type_has_a_score_from_minus_ten_to_ten(plover: Graph, type_: EventType) -> None:
    assert -10 <= float(str(plover.value(concept(plover, type_), CASUS.score))) <= 10


@pytest.mark.parametrize("type_", EventType)
def test_an_event_type_has_the_score_of_its_concept(plover: Graph, type_: EventType) -> None:
    assert type_.score == float(str(plover.value(concept(plover, type_), CASUS.score)))


def test_the_statuses_are_the_individuals_of_their_class(casus: Graph) -> None:
    assert {local(one) for one in casus.subjects(RDF.type, CASUS.Status)} == set(Status)


def test_the_polarities_are_the_labels_of_their_class(casus: Graph) -> None:
    assert words(casus.value(one, RDFS.label) for one in casus.subjects(RDF.type, CASUS.Polarity)) == set(Polarity)


def test_the_predicates_are_those_a_record_can_use(casus: Graph) -> None:
    assert words(casus.objects(None, CASUS.claimPredicate)) == set(Predicate)


@pytest.mark.parametrize("predicate", Predicate)
def test_a_predicate_has_the_same_relationship_type(casus: Graph, predicate: Predicate) -> None:
    assert str(casus.value(property_of(casus, predicate), CASUS.relationshipType)) == predicate.relationship


@pytest.mark.parametrize("predicate", Predicate)
def test_a_predicate_is_of_incidents_where_its_domain_is(casus: Graph, predicate: Predicate) -> None:
    assert (casus.value(property_of(casus, predicate), RDFS.domain) == CASUS.Incident) == predicate.of_incidents


@pytest.mark.parametrize("predicate", Predicate)
def test_a_predicate_is_between_incidents_where_domain_and_range_are(casus: Graph, predicate: Predicate) -> None:
    ends = {casus.value(property_of(casus, predicate), end) for end in (RDFS.domain, RDFS.range)}
    assert (ends == {CASUS.Incident}) == predicate.between_incidents


def test_every_class_and_property_says_what_it_is(casus: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    terms = {term for kind in kinds for term in casus.subjects(RDF.type, kind)}
    assert not [local(term) for term in terms if (term, RDFS.label, None) not in casus]


def test_domains_and_ranges_are_classes_that_are_there(casus: Graph) -> None:
    ends = {end for key in (RDFS.domain, RDFS.range) for end in casus.objects(None, key) if str(end) in CASUS}
    assert not [local(end) for end in ends if (end, RDF.type, OWL.Class) not in casus]


@pytest.mark.parametrize("type_", EntityType)
def test_the_labels_of_an_entity_are_its_class_and_those_above_it(casus: Graph, type_: EntityType) -> None:
    above = {local(c) for c in casus.transitive_objects(CASUS[type_], RDFS.subClassOf) if str(c).startswith(CASUS)}
    assert set(type_.labels) == above - {"Entity"}


def test_the_symmetric_predicates_are_symmetric_properties(casus: Graph) -> None:
    symmetric = {p for p in Predicate if (property_of(casus, p), RDF.type, OWL.SymmetricProperty) in casus}
    assert {p for p in Predicate if p.symmetric} == symmetric


def test_the_json_ld_context_names_every_property(casus: Graph) -> None:
    context = json.loads((folder("ontology") / "context.jsonld").read_text("utf-8"))["@context"]
    named = {term["@id"] if isinstance(term, dict) else term for term in context.values()}
    properties = {one for kind in (OWL.ObjectProperty, OWL.DatatypeProperty) for one in casus.subjects(RDF.type, kind)}
    assert {one for one in named if one.startswith("casus:")} == {f"casus:{local(one)}" for one in properties}
