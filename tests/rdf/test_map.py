from collections.abc import Iterable

import pytest
from rdflib import OWL, PROV, RDF, SDO, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node
from tests.rdf.conftest import GROUP, INCIDENT, STATE, TOWN, claim, relation

from casus.graph import answers
from casus.ontology import Predicate
from casus.rdf.map import Triple, triples
from casus.rdf.names import Names
from casus.rdf.vocabulary import CASUS, OA, PLOVER, PREFIXES, SEM
from casus.resources import folder


def said(given: Iterable[answers.Answer], names: Names) -> set[Triple]:
    return {triple for answer in given for triple in triples(answer, names)}


def test_no_node_is_blank(story: list[answers.Answer], names: Names) -> None:
    assert not [triple for triple in said(story, names) if any(isinstance(term, BNode) for term in triple)]


def test_every_term_of_casus_is_defined_in_the_ontology(story: list[answers.Answer], names: Names) -> None:
    defined = {
        term for name in ("casus", "plover") for term in Graph().parse(folder("ontology") / f"{name}.ttl").subjects()
    }
    used = {term for triple in said(story, names) for term in triple if str(term).startswith((str(CASUS), str(PLOVER)))}
    assert used <= defined


def test_every_prefix_is_used_for_its_namespace_in_the_context_too() -> None:
    text = (folder("ontology") / "context.jsonld").read_text("utf-8")
    assert not [prefix for prefix, namespace in PREFIXES.items() if f'"{prefix}": "{namespace}"' not in text]


def test_a_denied_claim_is_no_plain_triple(story: list[answers.Answer], names: Names) -> None:
    assert (names.of(GROUP.id), CASUS.backedBy, names.of(STATE.id)) not in said(story, names)


def test_an_incident_has_its_type_and_its_mode_as_concepts(story: list[answers.Answer], names: Names) -> None:
    types = {o for s, p, o in said(story, names) if s == names.of(INCIDENT.id) and p == SEM.eventType}
    assert types == {PLOVER.ASSAULT, PLOVER["ASSAULT-firearms"]}


def test_a_perpetrator_has_a_role_in_the_incident(story: list[answers.Answer], names: Names) -> None:
    graph = said(story, names)
    [role] = [o for s, p, o in graph if s == names.of(INCIDENT.id) and p == SEM.hasActor]
    assert {(p, o) for s, p, o in graph if s == role} == {
        (RDF.type, SEM.Role),
        (SEM.roleType, CASUS.perpetratorRole),
        (RDF.value, names.of(GROUP.id)),
    }


@pytest.mark.parametrize(
    ("subject", "other"), [(INCIDENT, SEM.hasPlace), (TOWN, SDO.containedInPlace), (GROUP, None)], ids=str
)
def test_being_located_has_the_name_other_vocabularies_give_it(
    subject: answers.Ref, other: URIRef | None, names: Names
) -> None:
    predicates = {p for _, p, _ in said([relation(subject, Predicate.LOCATED_IN, STATE)], names)}
    assert predicates == {CASUS.locatedIn} | ({other} if other else set())


def test_distinct_organisations_differ_in_the_sense_of_owl(names: Names) -> None:
    other = answers.Ref(id="org/lake-front", type=GROUP.type, name="Lake Front")
    assert (names.of(GROUP.id), OWL.differentFrom, names.of(other.id)) in said(
        [relation(GROUP, Predicate.DISTINCT_FROM, other)], names
    )


def test_a_claim_leads_to_the_sentence_and_who_published_it(names: Names) -> None:
    graph = said([claim(1, GROUP, Predicate.BACKED_BY, STATE)], names)

    def value(subject: Node, predicate: URIRef) -> Node:
        [found] = [o for s, p, o in graph if s == subject and p == predicate]
        return found

    passage = value(names.claim("d 1/c1"), CASUS.evidence)
    assert value(passage, OA.exact) == Literal('"They came \\ at night",\nhe said.')
    assert value(passage, OA.start) == Literal(10, datatype=XSD.nonNegativeInteger)
    assert value(names.claim("d 1/c1"), PROV.wasAttributedTo) == names.publisher("The Daily Läufer")


def test_an_iri_holds_no_character_that_iris_forbid(story: list[answers.Answer], names: Names) -> None:
    iris = {str(term) for triple in said(story, names) for term in triple if isinstance(term, URIRef)}
    assert not [iri for iri in iris if set(iri) & set('<>"{}|^`\\ ')]


def test_what_is_no_part_of_the_graph_has_no_form_in_rdf(names: Names) -> None:
    with pytest.raises(TypeError, match="Loaded"):
        triples(answers.Loaded(), names)
