"""What one document says, as triples: whom it names, what it reports, what it claims in which sentences.

Rows are those of cypher/export/documents. This is most of any export, and so terms that return are made once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from casus.ontology import Polarity, Predicate
from casus.rdf.names import Names
from casus.rdf.terms import Triple, count, day, decimal, types
from casus.rdf.things import happening
from casus.rdf.vocabulary import CASUS, DCTERMS, OA, PROV, RDF, SCHEMA, SEM, SKOS, TYPE, XSD, kinds, property_of
from casus.records import DocumentKind, Span

Row = dict[str, Any]

POLARITIES = {Polarity.ASSERTED: CASUS["asserted"], Polarity.DENIED: CASUS["deniedClaim"]}

_OF, _MENTION, _NAMES, _EVIDENCE = CASUS["of"], CASUS["mention"], CASUS["names"], CASUS["evidence"]
_CONFIDENCE, _POLARITY, _RULE, _SUPPORT = CASUS["confidence"], CASUS["polarity"], CASUS["rule"], CASUS["support"]
_SUBJECT_REPORT, _OBJECT_REPORT = CASUS["subjectReport"], CASUS["objectReport"]
_VALID_FROM, _VALID_TO = CASUS["validFrom"], CASUS["validTo"]
_SUBJECT, _PREDICATE, _OBJECT, _REIFIES = RDF["subject"], RDF["predicate"], RDF["object"], RDF["reifies"]
_DERIVED, _ATTRIBUTED, _GENERATED = PROV["wasDerivedFrom"], PROV["wasAttributedTo"], PROV["wasGeneratedBy"]
_PREF_LABEL = SKOS["prefLabel"]
_EXACT, _START, _END = OA["exact"], OA["start"], OA["end"]
_PART_OF, _MENTIONS, _ACCORDING_TO = DCTERMS["isPartOf"], SCHEMA["mentions"], SEM["accordingTo"]


@dataclass(frozen=True)
class Saying:
    """A document on its way to triples."""

    document: NamedNode
    reading: NamedNode
    publisher: NamedNode | None
    names: Names
    reified: bool

    @classmethod
    def of(cls, document: Row, names: Names, *, reified: bool) -> "Saying":
        """Name what a document's triples are about; `reified`: claims are reifiers of RDF 1.2."""
        node = names.document(document["id"])
        publisher = names.publisher(document["source"]) if document.get("source") else None
        return cls(node, names.reading(node), publisher, names, reified)

    def described(self, document: Row) -> Iterator[Triple]:
        """Yield where the document comes from, and what read it."""
        node = self.document
        yield from types(node, kinds(CASUS["Document"]))
        yield node, DCTERMS["identifier"], Literal(document["id"])
        if document.get("title"):
            yield node, DCTERMS["title"], Literal(document["title"])
        if document.get("kind") == DocumentKind.DATASET:
            yield node, CASUS["kind"], Literal(DocumentKind.DATASET)
        if document.get("published"):
            yield node, DCTERMS["issued"], day(document["published"])
        if document.get("url"):
            yield node, SCHEMA["url"], Literal(document["url"], datatype=XSD["anyURI"])
        if self.publisher:
            yield node, _ATTRIBUTED, self.publisher

    def read_by(self) -> Iterator[Triple]:
        """Yield the activity that read the document."""
        yield self.reading, TYPE, PROV["Activity"]
        yield self.reading, PROV["used"], self.document
        yield self.reading, PROV["wasAssociatedWith"], CASUS["Reader"]

    def mentions(self, spans: Mapping[str, set[Span]]) -> Iterator[Triple]:
        """Yield which entities the document mentions."""
        yield from ((self.document, _MENTIONS, self.names.of(entity)) for entity in spans)

    def named(self, spans: Mapping[str, set[Span]]) -> Iterator[Triple]:
        """Yield where the document names the entities."""
        for entity, where in spans.items():
            node = self.names.of(entity)
            yield from ((self._passage(start, end), _NAMES, node) for start, end in sorted(where))

    def report(self, row: Row) -> Iterator[Triple]:
        """Yield what the document tells of an incident, and by which words."""
        report = self.names.report(row["id"])
        yield from types(report, kinds(CASUS["Report"]))
        yield report, _OF, self.names.of(row["incident"])
        yield report, _DERIVED, self.document
        yield report, _PREF_LABEL, Literal(row["words"][0])
        mentions = sorted(zip(row["starts"], row["ends"], row["words"], strict=True))
        yield from ((report, _MENTION, self._passage(start, end)) for start, end, _ in mentions)
        yield from happening(report, row)
        for start, end, words in mentions:
            yield from self.passage(start, end, words)

    def passage(self, start: int, end: int, words: str) -> Iterator[Triple]:
        """Yield words as they stand in the document, and where."""
        passage = self._passage(start, end)
        yield from types(passage, kinds(CASUS["Passage"]))
        yield passage, _PART_OF, self.document
        yield passage, _EXACT, Literal(words)
        yield passage, _START, count(start)
        yield passage, _END, count(end)

    def claim(self, row: Row) -> Iterator[Triple]:
        """Yield a claim: what it says, who says so, where, and in which words."""
        claim = self.names.claim(row["id"])
        yield from types(claim, kinds(CASUS["Claim"]))
        yield from self._stated(claim, row)
        yield claim, _POLARITY, POLARITIES[row["polarity"]]
        yield claim, _CONFIDENCE, decimal(row["confidence"])
        yield from self._read_as(claim, row)
        yield claim, _DERIVED, self.document
        yield claim, _GENERATED, self.reading
        if self.publisher:
            yield claim, _ATTRIBUTED, self.publisher
        if row.get("speaker"):
            yield claim, _ACCORDING_TO, self.names.of(row["speaker"])
        yield from ((claim, _EVIDENCE, self._passage(start, end)) for start, end in row["passages"])

    def _stated(self, claim: NamedNode, row: Row) -> Iterator[Triple]:
        subject, object_ = self.names.of(row["subject"]), self.names.of(row["object"])
        predicate = property_of(Predicate(row["predicate"]))
        if self.reified:
            yield claim, _REIFIES, pyoxigraph.Triple(subject, predicate, object_)
        else:
            yield claim, _SUBJECT, subject
            yield claim, _PREDICATE, predicate
            yield claim, _OBJECT, object_

    def _read_as(self, claim: NamedNode, row: Row) -> Iterator[Triple]:
        """Yield which reports the claim is about, when it holds, and what read it from the text."""
        if row.get("subject_report"):
            yield claim, _SUBJECT_REPORT, self.names.report(row["subject_report"])
        if row.get("object_report"):
            yield claim, _OBJECT_REPORT, self.names.report(row["object_report"])
        if row.get("valid_from"):
            yield claim, _VALID_FROM, day(row["valid_from"])
        if row.get("valid_to"):
            yield claim, _VALID_TO, day(row["valid_to"])
        if row.get("rule"):
            yield claim, _RULE, Literal(row["rule"])
        yield from ((claim, _SUPPORT, Literal(kind)) for kind in sorted(row["support"] or ()))

    def _passage(self, start: int, end: int) -> NamedNode:
        return self.names.passage(self.document, start, end)


def document(row: Row, names: Names, *, reified: bool = False) -> Iterator[Triple]:
    """Yield all that a document says; `reified`: as RDF 1.2 has it, a claim being the reifier of what it claims."""
    saying = Saying.of(row["document"], names, reified=reified)
    spans = _spans(row["mentions"])
    yield from saying.described(row["document"])
    yield from saying.mentions(spans)
    yield from saying.read_by()
    for report in row["reports"]:
        yield from saying.report(report)
    for claim in row["claims"]:
        yield from saying.claim(claim)
    for quoted in row["passages"]:
        yield from saying.passage(quoted["start"], quoted["end"], quoted["sentence"])
    yield from saying.named(spans)


def _spans(mentions: list[Row]) -> dict[str, set[Span]]:
    """Return where a document names each entity; names that were merged are of one."""
    spans: dict[str, set[Span]] = {}
    for one in mentions:
        spans.setdefault(one["entity"], set()).update(zip(one["starts"], one["ends"], strict=True))
    return spans
