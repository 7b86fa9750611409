"""Exports of a real graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import OWL, RDF, SDO, URIRef
from rdflib import Graph as Triples
from tests.stories import ODD, rockets, strikes

from casus import rdf
from casus.graph import Graph
from casus.rdf.names import Names
from casus.rdf.vocabulary import CASUS, SEM
from casus.resources import folder
from casus.settings import Settings

BASE = "https://example.org/id/"
NAMES = Names(BASE)


@pytest.fixture
def graph(graph_settings: Settings) -> Iterator[Graph]:
    with Graph.open(graph_settings) as graph:
        yield graph


def exported(graph: Graph, folder: Path, form: rdf.Format = rdf.Format.TURTLE) -> bytes:
    path = folder / f"export{form.ending}"
    rdf.export(graph, path, form, base_iri=BASE)
    return path.read_bytes()


def triples(export: bytes) -> Triples:
    return Triples().parse(data=export, format="turtle")


def test_an_export_conforms_to_the_shapes(graph: Graph, tmp_path: Path) -> None:
    graph.load([rockets(), strikes()])
    shapes, ontology = (folder("ontology") / name for name in ("shapes.ttl", "casus.ttl"))
    conforms, _, text = validate(
        triples(exported(graph, tmp_path)), shacl_graph=Triples().parse(shapes), ont_graph=Triples().parse(ontology)
    )
    assert conforms, text


def test_an_export_of_an_empty_graph_is_valid_and_empty(graph: Graph, tmp_path: Path) -> None:
    assert len(triples(exported(graph, tmp_path))) == 0


@pytest.mark.parametrize("form", rdf.Format)
def test_the_same_documents_loaded_in_another_order_are_the_same_bytes(
    graph: Graph, tmp_path: Path, form: rdf.Format
) -> None:
    graph.load([rockets()])
    graph.load([strikes()])
    before = exported(graph, tmp_path, form)
    graph.retract("strikes")
    graph.retract(ODD)
    graph.load([strikes()])
    graph.load([rockets()])
    assert exported(graph, tmp_path, form) == before


def test_a_retracted_document_is_gone_from_the_export(graph: Graph, tmp_path: Path) -> None:
    graph.load([rockets()])
    before = exported(graph, tmp_path)
    graph.load([strikes()])
    graph.retract("strikes")
    assert exported(graph, tmp_path) == before


def test_every_kind_of_thing_is_there(graph: Graph, tmp_path: Path) -> None:
    graph.load([rockets(), strikes()])
    found = triples(exported(graph, tmp_path))
    count = {kind: len(set(found.subjects(RDF.type, kind))) for kind in (CASUS.Document, CASUS.Report, CASUS.Claim)}
    assert count == {CASUS.Document: 2, CASUS.Report: 3, CASUS.Claim: 11}
    assert len(set(found.subjects(RDF.type, SEM.Event))) == 2
    assert (NAMES.of("place/kirkuk"), SDO.containedInPlace, NAMES.of("state/IRQ")) in found


def test_two_reports_of_one_incident_lead_to_it(graph: Graph, tmp_path: Path) -> None:
    graph.load([rockets(), strikes()])
    found = triples(exported(graph, tmp_path))
    incidents = [incident for _, incident in found.subject_objects(CASUS.of)]
    assert len(incidents) == 3
    assert len(set(incidents)) == 2


def test_a_claim_of_an_odd_document_names_it_by_a_whole_iri(graph: Graph, tmp_path: Path) -> None:
    graph.load([rockets()])
    found = triples(exported(graph, tmp_path))
    assert (URIRef(f"{BASE}document/wire/rockets%20%231%3F"), RDF.type, CASUS.Document) in found
    assert not set(found.subjects(OWL.differentFrom))
