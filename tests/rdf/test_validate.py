"""The shapes accept what is written and refuse what must not be."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize
from rdflib import RDFS, SH, Dataset, URIRef
from rdflib import Graph as Triples
from tests.rdf.conftest import NAMES, exported
from tests.stories import ODD

from casus import rdf
from casus.errors import BadData, Unreadable
from casus.graph import Graph
from casus.ontology import Predicate
from casus.rdf.validate import validate
from casus.rdf.vocabulary import CASUS, OA, PLOVER, PROV, RDF, SEM, SKOS, XSD, property_of
from casus.resources import folder

DOCUMENT = NAMES.document("strikes")
GROUP, USA, KIRKUK = (NAMES.of(id) for id in ("org/kataib-hezbollah", "state/USA", "place/kirkuk"))
CLAIM, ATTACK = NAMES.claim("strikes/c6"), NAMES.claim("strikes/c1")
REPORT = NAMES.report("strikes/i1")
PASSAGE = NAMES.passage(DOCUMENT, 92, 146)
OTHERS_PASSAGE = NAMES.passage(NAMES.document(ODD), 0, 88)


@pytest.mark.parametrize("form", rdf.Format)
def test_an_export_is_valid(exports: Mapping[str, bytes], tmp_path: Path, form: rdf.Format) -> None:
    path = tmp_path / f"export{form.ending}"
    path.write_bytes(exports[form])
    assert validate(path) == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # within rdflib
@pytest.mark.parametrize(
    ("form", "name"), [(rdf.Format.TRIG, "trig"), (rdf.Format.N_QUADS, "nquads"), (rdf.Format.RDF_XML, "xml")]
)
def test_what_rdflib_reads_of_an_export_is_what_pyoxigraph_reads_and_valid_by_itself(
    exports: Mapping[str, bytes], shapes: Triples, form: rdf.Format, name: str
) -> None:
    read = Triples()
    for triple in Dataset().parse(data=exports[form], format=name).quads():
        read.add(triple[:3])
    again = parse(read.serialize(format="nt", encoding="utf-8"), format=RdfFormat.N_TRIPLES)
    assert {quad.triple for quad in again} == {quad.triple for quad in parse(exports[form], format=form.syntax)}
    ontology = Triples().parse(folder("ontology") / "casus.ttl")
    conforms, _, report = pyshacl.validate(read, shacl_graph=shapes, ont_graph=ontology)
    assert conforms, report


def test_an_export_with_reifiers_is_valid(exports: Mapping[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "export.trig"
    path.write_bytes(exports["reified"])
    assert b"reifies" in path.read_bytes()
    assert validate(path) == []


def test_an_export_of_an_empty_graph_is_valid(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "export.trig"
    path.write_bytes(exported(graph))
    assert validate(path) == []


Damage = Callable[[set[Quad]], set[Quad]]


def to(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Damage:
    return lambda quads: without(subject, predicate)(quads) | more(subject, predicate, value)(set())


def more(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Damage:
    return lambda quads: quads | {Quad(subject, predicate, value, DOCUMENT)}


def without(subject: NamedNode, predicate: NamedNode) -> Damage:
    return lambda quads: {quad for quad in quads if (quad.subject, quad.predicate) != (subject, predicate)}


def typed(value: str, type: str) -> Literal:
    return Literal(value, datatype=XSD[type])


def incident(quads: Iterable[Quad]) -> NamedNode:
    """Return the strikes."""
    [found] = [quad.object for quad in quads if quad.subject == REPORT and quad.predicate == CASUS["of"]]
    assert isinstance(found, NamedNode)
    return found


def of_incident(damage: Callable[..., Damage], *rest: Any) -> Damage:
    return lambda quads: damage(incident(quads), *rest)(quads)


@pytest.fixture(scope="session")
def shapes() -> Triples:
    return Triples().parse(folder("ontology") / "shapes.ttl")


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda quads: to(GROUP, CASUS["backedBy"], incident(quads))(quads), "a backer is an actor"),
        (to(GROUP, CASUS["backedBy"], KIRKUK), "a backer is an actor"),
        (to(GROUP, CASUS["backedBy"], USA), "no asserted claim says"),
        (of_incident(to, CASUS["perpetrator"], KIRKUK), "a perpetrator is an actor"),
        (of_incident(to, CASUS["retaliatesFor"], GROUP), "an incident answers an incident"),
        (of_incident(to, CASUS["locatedIn"], GROUP), "a location is a place or a state"),
        (lambda quads: to(CLAIM, RDF["object"], incident(quads))(quads), "the claim's object .* is no .*Actor"),
        (to(ATTACK, RDF["subject"], GROUP), "the claim's subject .* is no .*Incident"),
        (to(CLAIM, RDF["predicate"], CASUS["status"]), "one of the eight predicates"),
        (to(CLAIM, CASUS["confidence"], typed("2.0", "decimal")), "from 0 to 1"),
        (to(CLAIM, CASUS["polarity"], CASUS["denied"]), "asserted or denied"),
        (to(CLAIM, CASUS["evidence"], OTHERS_PASSAGE), "which is another document's"),
        (without(CLAIM, CASUS["evidence"]), "has the passages that say so"),
        (without(CLAIM, PROV["wasGeneratedBy"]), "read by one activity"),
        (more(CLAIM, RDF["object"], USA), "a claim has one object"),
        (without(REPORT, CASUS["mention"]), "words by which its document mentions"),
        (more(REPORT, CASUS["of"], GROUP), "a report is of one incident"),
        (to(PASSAGE, OA["start"], typed("999", "nonNegativeInteger")), "starts before its end"),
        (without(PASSAGE, OA["exact"]), "quotes its sentence"),
        (of_incident(without, SEM["eventType"]), "has a PLOVER type"),
        (of_incident(to, CASUS["status"], PLOVER["ASSAULT"]), "one of the five statuses"),
        (of_incident(to, SEM["hasLatestEndTimeStamp"], typed("2000-01-01", "date")), "not after its end"),
        (to(GROUP, CASUS["iso3"], Literal("Iraq")), "three capitals"),
        (without(GROUP, SKOS["prefLabel"]), "an entity has one name"),
    ],
)
def test_the_shapes_refuse(damage: Damage, message: str, exports: Mapping[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "damaged.trig"
    quads = set(parse(exports["trig"], format=RdfFormat.TRIG))
    serialize(damage(quads), path, RdfFormat.TRIG)
    assert [fault for fault in validate(path) if re.search(message, str(fault))]


@pytest.mark.parametrize("predicate", Predicate)
def test_a_shape_guards_the_domain_and_range_of(predicate: Predicate, shapes: Triples) -> None:
    ontology = Triples().parse(folder("ontology") / "casus.ttl")
    property_ = URIRef(property_of(predicate).value)
    [shape] = shapes.subjects(SH.targetSubjectsOf, property_)
    [about] = shapes.objects(shape, SH.property)
    guarded = [shapes.value(shape, SH["class"]), shapes.value(about, SH["class"])]
    assert guarded == [ontology.value(property_, RDFS.domain), ontology.value(property_, RDFS.range)]


def test_a_file_that_breaks_its_format_is_named_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("<a:b> <a:c> <a:d> .\n<a:b> <a:c .\n")
    with pytest.raises(BadData, match=r"broken\.ttl:2: "):
        validate(path)


@pytest.mark.parametrize(("name", "reason"), [("missing.ttl", "No such file"), ("notes.md", "endings of RDF")])
def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "notes.md").write_text("")
    with pytest.raises(Unreadable, match=rf"{name}: .*{reason}"):
        validate(tmp_path / name)
