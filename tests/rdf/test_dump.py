"""Exports of a real graph."""

from collections.abc import Mapping
from typing import Any

import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, parse
from tests.rdf.conftest import BASE, NAMES, exported
from tests.stories import ODD, rockets, strikes

from casus import rdf
from casus.errors import BadInput
from casus.graph import Graph
from casus.ontology import Predicate
from casus.rdf.vocabulary import CASUS, OA, PLOVER, PROV, RDF, SCHEMA, SEM, TYPE
from casus.resources import folder

GROUP, IRAN = NAMES.of("org/kataib-hezbollah"), NAMES.of("state/IRN")
DENIAL, AFFIRMATION = NAMES.claim("strikes/c6"), NAMES.claim(f"{ODD}/c5")


Quads = list[Quad]


@pytest.fixture(scope="session")
def said(exports: Mapping[str, bytes]) -> Quads:
    return list(parse(exports["trig"], format=RdfFormat.TRIG))


def objects(quads: Quads, subject: Any, predicate: NamedNode) -> set[Any]:
    return {quad.object for quad in quads if quad.subject == subject and quad.predicate == predicate}


@pytest.mark.parametrize("form", rdf.Format)
def test_the_same_documents_loaded_in_another_order_are_the_same_bytes(graph: Graph, form: rdf.Format) -> None:
    graph.load([rockets()])
    graph.load([strikes()])
    before = exported(graph, form)
    graph.retract("strikes")
    graph.retract(ODD)
    graph.load([strikes()])
    graph.load([rockets()])
    assert exported(graph, form) == before


def test_a_retracted_document_is_gone_from_the_export(graph: Graph) -> None:
    graph.load([rockets()])
    before = exported(graph)
    graph.load([strikes()])
    graph.retract("strikes")
    assert exported(graph) == before


def test_every_document_has_its_graph_and_what_is_known_of_the_world_the_default_one(said: Quads) -> None:
    kinds: dict[Any, set[Any]] = {}
    for quad in said:
        kinds.setdefault(quad.graph_name, set()).update([quad.object] if quad.predicate == TYPE else [])
    default = kinds.pop(DefaultGraph())
    assert set(kinds) == {NAMES.document("strikes"), NAMES.document(ODD)}
    kinds_said = {CASUS[name] for name in ("Document", "Claim", "Passage", "Report")}
    assert all(kinds_said <= one for one in kinds.values())
    assert {CASUS["Incident"], CASUS["ArmedGroup"], PROV["Agent"]} <= default
    assert not kinds_said & default


def test_no_node_is_blank(said: Quads) -> None:
    assert not [quad for quad in said if BlankNode in {type(quad.subject), type(quad.object)}]


def test_every_term_of_casus_is_defined_in_the_ontology(said: Quads) -> None:
    files = ("casus.ttl", "plover.ttl")
    defined = {quad.subject for name in files for quad in parse(path=folder("ontology") / name)}
    used = {term for quad in said for term in (quad.predicate, quad.object) if isinstance(term, NamedNode)}
    own = {term for term in used if term.value.startswith((CASUS, PLOVER))}
    assert own - {NamedNode(CASUS), NamedNode(PLOVER)} <= defined  # those two name the vocabularies as such


def test_a_denial_stands_beside_the_plain_triple_that_others_assert(said: Quads) -> None:
    assert objects(said, DENIAL, CASUS["polarity"]) == {CASUS["deniedClaim"]}
    assert objects(said, GROUP, CASUS["backedBy"]) == {IRAN}


def test_what_is_only_denied_is_no_plain_triple(graph: Graph) -> None:
    graph.load([strikes()])
    said = list(parse(exported(graph), format=RdfFormat.TRIG))
    assert objects(said, DENIAL, RDF["object"]) == {IRAN}
    assert not objects(said, GROUP, CASUS["backedBy"])


def test_a_claim_says_what_who_where_and_how_it_was_read(said: Quads) -> None:
    about = {q.predicate: q.object for q in said if q.subject == DENIAL and q.predicate != TYPE}
    document = NAMES.document("strikes")
    [passage] = objects(said, DENIAL, CASUS["evidence"])
    assert about[RDF["subject"]] == GROUP
    assert about[RDF["predicate"]] == CASUS["backedBy"]
    assert about[PROV["wasDerivedFrom"]] == document
    assert about[PROV["wasAttributedTo"]] == NAMES.publisher("The Wire")
    assert about[SEM["accordingTo"]] == IRAN
    assert objects(said, about[PROV["wasGeneratedBy"]], PROV["used"]) == {document}
    assert {one.value for one in objects(said, passage, OA["exact"])} == {
        "Tehran denied that it stands behind Kata'ib Hezbollah."
    }


def test_a_claim_can_be_the_reifier_of_what_it_says(exports: Mapping[str, bytes]) -> None:
    said = list(parse(exports["reified"], format=RdfFormat.TRIG))
    [triple] = objects(said, DENIAL, RDF["reifies"])
    assert (triple.subject, triple.predicate, triple.object) == (GROUP, CASUS["backedBy"], IRAN)
    assert not objects(said, DENIAL, RDF["subject"])


@pytest.mark.parametrize("form", [rdf.Format.JSON_LD, rdf.Format.RDF_XML])
def test_a_format_without_reifiers_is_refused(graph: Graph, form: rdf.Format) -> None:
    with pytest.raises(BadInput, match="take trig"):
        exported(graph, form, reified=True)


def test_two_reports_of_one_incident_lead_to_it(said: Quads) -> None:
    incidents = [quad.object for quad in said if quad.predicate == CASUS["of"]]
    assert (len(incidents), len(set(incidents))) == (3, 2)


def test_a_perpetrator_has_a_role_in_the_incident(said: Quads) -> None:
    [incident] = [q.subject for q in said if q.predicate == CASUS["perpetrator"] and q.object == GROUP]
    assert isinstance(incident, NamedNode)
    role = NAMES.role(incident, Predicate.PERPETRATOR, "org/kataib-hezbollah")
    assert role in objects(said, incident, SEM["hasActor"])
    assert objects(said, role, SEM["roleType"]) == {CASUS["perpetratorRole"]}
    assert objects(said, role, RDF["value"]) == {GROUP}


def test_being_located_has_the_name_other_vocabularies_give_it(said: Quads) -> None:
    kirkuk = NAMES.of("place/kirkuk")
    assert objects(said, kirkuk, SCHEMA["containedInPlace"]) == {NAMES.of("state/IRQ")}
    assert [quad for quad in said if quad.predicate == SEM["hasPlace"] and quad.object == kirkuk]


def test_a_document_of_an_odd_name_has_a_whole_iri(said: Quads) -> None:
    odd = NamedNode(f"{BASE}document/wire/rockets%20%231%3F")
    assert CASUS["Document"] in objects(said, odd, TYPE)
    assert NAMES.id_of(odd.value, "document/") == ODD


def test_no_statement_is_written_twice(exports: Mapping[str, bytes]) -> None:
    lines = exports["n-quads"].splitlines()
    assert len(lines) == len(set(lines))
