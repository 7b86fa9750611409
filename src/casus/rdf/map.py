"""What the graph answers as triples: one function for each kind of answer.

No blank nodes, and what is said of a thing follows from the answer at hand alone: answers can be written in any order.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import singledispatch

from rdflib import DCTERMS, PROV, RDF, RDFS, SDO, SKOS, XSD, Literal, URIRef
from rdflib.term import Node

from casus.graph.answers import (
    Answer,
    Claim,
    Document,
    Entity,
    Happening,
    Incident,
    IncidentReport,
    Quote,
    Relation,
    Toll,
)
from casus.ontology import Polarity, Predicate
from casus.rdf.names import Names
from casus.rdf.vocabulary import CASUS, OA, PLOVER, SEM, class_of, known_as, property_of

Triple = tuple[URIRef, URIRef, Node]

POLARITIES = {Polarity.ASSERTED: CASUS.asserted, Polarity.DENIED: CASUS.deniedClaim}
ROLES = {Predicate.PERPETRATOR: CASUS.perpetratorRole, Predicate.TARGET: CASUS.targetRole}
PLACE_OF = {"Incident": SEM.hasPlace, "Place": SDO.containedInPlace}
"""What other vocabularies call being located in a place, by what is located."""


@singledispatch
def triples(answer: Answer, names: Names) -> Iterator[Triple]:
    """Yield what an entity, incident, report, document, claim or relation says, as triples."""
    raise TypeError(f"{type(answer).__name__} has no form in RDF")


@triples.register
def _entity(answer: Entity, names: Names) -> Iterator[Triple]:
    entity = names.of(answer.id)
    yield from _kinds(entity, class_of(answer.type))
    yield entity, SKOS.prefLabel, Literal(answer.name)
    yield from ((entity, SKOS.altLabel, Literal(alias)) for alias in answer.aliases if alias != answer.name)
    if answer.iso3:
        yield entity, CASUS.iso3, Literal(answer.iso3)


@triples.register
def _incident(answer: Incident, names: Names) -> Iterator[Triple]:
    incident = names.of(answer.id)
    yield from _kinds(incident, CASUS.Incident)
    yield incident, SKOS.prefLabel, Literal(answer.name)
    yield from _happening(incident, answer)


@triples.register
def _report(answer: IncidentReport, names: Names) -> Iterator[Triple]:
    report = names.report(answer.id)
    yield from _kinds(report, CASUS.Report)
    yield report, CASUS.of, names.of(answer.incident)
    yield report, PROV.wasDerivedFrom, names.document(answer.document)
    yield from ((report, CASUS.mention, Literal(words)) for words in answer.words)
    yield from _happening(report, answer)


@triples.register
def _document(answer: Document, names: Names) -> Iterator[Triple]:
    document = names.document(answer.id)
    yield from _kinds(document, CASUS.Document)
    yield document, DCTERMS.identifier, Literal(answer.id)
    if answer.title:
        yield document, DCTERMS.title, Literal(answer.title)
    if answer.published:
        yield document, DCTERMS.issued, Literal(answer.published)
    if answer.url:
        yield document, SDO.url, Literal(answer.url, datatype=XSD.anyURI)
    if answer.source:
        yield from _published_by(document, answer.source, names)


@triples.register
def _claim(answer: Claim, names: Names) -> Iterator[Triple]:
    claim = names.claim(answer.id)
    yield from _kinds(claim, CASUS.Claim)
    yield claim, RDF.subject, names.of(answer.subject.id)
    yield claim, RDF.predicate, property_of(answer.predicate)
    yield claim, RDF.object, names.of(answer.object.id)
    yield claim, CASUS.polarity, POLARITIES[answer.polarity]
    yield claim, CASUS.confidence, _decimal(answer.confidence)
    yield from _read_as(claim, answer, names)
    yield from _said(claim, answer, names)


@triples.register
def _relation(answer: Relation, names: Names) -> Iterator[Triple]:
    subject, predicate, object_ = names.of(answer.subject.id), property_of(answer.predicate), names.of(answer.object.id)
    yield subject, predicate, object_
    if answer.predicate in ROLES:
        yield from _role(answer, names)
        return
    yield from ((subject, other, object_) for other in known_as(predicate))
    if answer.predicate is Predicate.LOCATED_IN and answer.subject.type in PLACE_OF:
        yield subject, PLACE_OF[answer.subject.type], object_


def _kinds(thing: URIRef, kind: URIRef) -> Iterator[Triple]:
    yield from ((thing, RDF.type, one) for one in (kind, *known_as(kind)))


def _happening(thing: URIRef, answer: Happening) -> Iterator[Triple]:
    yield thing, SEM.eventType, PLOVER[answer.type]
    if answer.mode:
        yield thing, SEM.eventType, PLOVER[f"{answer.type}-{answer.mode}"]
    yield thing, CASUS.status, CASUS[answer.status]
    if answer.date:
        yield thing, SEM.hasEarliestBeginTimeStamp, Literal(answer.date.earliest)
        yield thing, SEM.hasLatestEndTimeStamp, Literal(answer.date.latest)
    yield from _toll(thing, answer.killed, CASUS.killedAtLeast, CASUS.killedAtMost)
    yield from _toll(thing, answer.wounded, CASUS.woundedAtLeast, CASUS.woundedAtMost)


def _toll(thing: URIRef, toll: Toll | None, least: URIRef, most: URIRef) -> Iterator[Triple]:
    if toll is None:
        return
    yield thing, least, _count(toll.min)
    if toll.max is not None:
        yield thing, most, _count(toll.max)


def _read_as(claim: URIRef, answer: Claim, names: Names) -> Iterator[Triple]:
    """Yield which reports the claim is about and what read it from the text."""
    if answer.subject_report:
        yield claim, CASUS.subjectReport, names.report(answer.subject_report)
    if answer.object_report:
        yield claim, CASUS.objectReport, names.report(answer.object_report)
    if answer.rule:
        yield claim, CASUS.rule, Literal(answer.rule)
    yield from ((claim, CASUS.support, Literal(kind)) for kind in answer.support)


def _said(claim: URIRef, answer: Claim, names: Names) -> Iterator[Triple]:
    """Yield who says so, where, and in which words."""
    yield claim, PROV.wasDerivedFrom, names.document(answer.document)
    if answer.attributed_to:
        yield claim, SEM.accordingTo, names.of(answer.attributed_to.id)
    for quoted in answer.evidence:
        yield claim, CASUS.evidence, names.passage(quoted)
        yield from _passage(quoted, names)
        if quoted.source:
            yield from _published_by(claim, quoted.source, names)


def _passage(quoted: Quote, names: Names) -> Iterator[Triple]:
    passage = names.passage(quoted)
    yield from _kinds(passage, CASUS.Passage)
    yield passage, DCTERMS.isPartOf, names.document(quoted.document)
    yield passage, OA.exact, Literal(quoted.sentence)
    yield passage, OA.start, _count(quoted.start)
    yield passage, OA.end, _count(quoted.end)


def _published_by(thing: URIRef, source: str, names: Names) -> Iterator[Triple]:
    publisher = names.publisher(source)
    yield thing, PROV.wasAttributedTo, publisher
    yield publisher, RDF.type, PROV.Agent
    yield publisher, RDFS.label, Literal(source)


def _role(answer: Relation, names: Names) -> Iterator[Triple]:
    """Yield the actor's part in the incident in the terms of SEM, which wants a node for it."""
    role = names.role(answer.subject.id, answer.predicate, answer.object.id)
    yield names.of(answer.subject.id), SEM.hasActor, role
    yield role, RDF.type, SEM.Role
    yield role, SEM.roleType, ROLES[answer.predicate]
    yield role, RDF.value, names.of(answer.object.id)


def _count(number: int) -> Literal:
    return Literal(number, datatype=XSD.nonNegativeInteger)


def _decimal(value: float) -> Literal:
    """Return a number with at most six digits after the point, and always one."""
    whole, _, rest = f"{value:.6f}".partition(".")
    return Literal(Decimal(f"{whole}.{rest.rstrip('0') or '0'}"))
