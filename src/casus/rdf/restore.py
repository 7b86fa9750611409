"""An export back into a graph: what each document says, as a record to load, and what people judged.

The file is first read into a store on the disk, so that it may be in any order and of any size. Texts are in no export:
of a document's text only the words are known that claims and reports quote, each in its place; the rest is blank.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import ValidationError
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from casus.errors import BadData, BadInput
from casus.graph import Graph
from casus.graph.answers import Judgement, Loaded
from casus.ontology import EntityType, Predicate
from casus.rdf.documents import POLARITIES
from casus.rdf.formats import Format
from casus.rdf.names import Names
from casus.rdf.nodes import Node, nodes
from casus.rdf.validate import plain, read
from casus.rdf.vocabulary import (
    CASUS,
    DCTERMS,
    GEO,
    OA,
    PLOVER,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SEM,
    SKOS,
    TYPE,
    kinds_of,
    property_of,
)
from casus.records import Claim, Dates, Document, DocumentKind, Entity, Incident, Point, Record, Span, Toll, explain

_TYPES = {kinds_of(type_)[0]: type_ for type_ in EntityType}
_PREDICATES = {property_of(predicate): predicate for predicate in Predicate}
_POLARITIES = {term: polarity for polarity, term in POLARITIES.items()}


def restore(graph: Graph, path: Path, *, base_iri: str) -> Loaded:
    """Load an export; what a document of the graph said before is replaced.

    Raises Unreadable and BadData as reading does, and BadInput for a format that does not keep apart what different
    documents say. Nothing is loaded of a file that is not RDF from its beginning to its end.
    """
    if (format := Format.of(path)) and not format.has_graphs:
        raise BadInput(f"{path}: {format} does not keep documents apart; export trig, n-quads or json-ld")
    with _stored(path) as store:
        export = Export(store, Names(base_iri), path)
        graph.remember(export.judgements())
        return graph.load(export.records())


@contextmanager
def _stored(path: Path) -> Iterator[Store]:
    with TemporaryDirectory(prefix="casus-") as folder:
        store = Store(folder)
        store.bulk_extend(plain(read(path)))
        yield store


class Export:
    """An export in a store."""

    def __init__(self, store: Store, names: Names, path: Path) -> None:
        self._store, self._names, self._path = store, names, path
        self._described = lru_cache(maxsize=100_000)(self._describe)

    def judgements(self) -> Iterator[Judgement]:
        """Yield what people judged. Raises BadData."""
        for quad in self._store.quads_for_pattern(None, TYPE, CASUS["Judgement"], DefaultGraph()):
            assert isinstance(quad.subject, NamedNode)
            with self._told(quad.subject.value):
                yield self._judgement(self._node(quad.subject))

    def records(self) -> Iterator[Record]:
        """Yield what each document says. Raises BadData where that is not what an export holds."""
        for name in self._store.named_graphs():
            assert isinstance(name, NamedNode)
            with self._told(name.value):
                yield Telling(nodes(self._store.quads_for_pattern(None, None, None, name)), name, self).record()

    def id_of(self, node: NamedNode, kind: str = "") -> str:
        """Return the id that an IRI was made from."""
        return self._names.id_of(node.value, kind)

    def entity(self, node: NamedNode, mentions: list[Span]) -> Entity:
        """Return an entity with where a document names it."""
        return self._described(node).model_copy(update={"mentions": mentions})

    def publisher(self, agent: NamedNode) -> str:
        """Return the name of who published a document."""
        return self._node(agent).text(RDFS["label"])

    def _describe(self, entity: NamedNode) -> Entity:
        node = self._node(entity)
        [type_] = [_TYPES[kind] for kind in node.nodes(TYPE) if kind in _TYPES]
        return Entity(
            id=self.id_of(entity),
            type=type_,
            name=node.text(SKOS["prefLabel"]),
            iso3=node.text_or_none(CASUS["iso3"]),
            aliases=sorted(node.texts(SKOS["altLabel"])),
            mentions=[(0, 1)],
            point=self._point(node),
        )

    def _point(self, entity: Node) -> Point | None:
        for geometry in entity.nodes(GEO["hasGeometry"]):
            longitude, latitude = self._node(geometry).text(GEO["asWKT"]).strip("POINT ()").split()
            return float(latitude), float(longitude)
        return None

    def _judgement(self, node: Node) -> Judgement:
        one, other = node.node(CASUS["one"]), node.node(CASUS["other"])
        between = "reports" if one.value.startswith(self._names.report("").value) else "entities"
        kind = "report/" if between == "reports" else ""
        kept = next(node.nodes(CASUS["kept"]), None)
        return Judgement.model_validate(
            {
                "id": node.text(DCTERMS["identifier"]),
                "kind": between,
                "one": self.id_of(one, kind),
                "other": self.id_of(other, kind),
                "verdict": node.text(CASUS["verdict"]),
                "kept": self.id_of(kept) if kept else None,
                "score": node.text_or_none(CASUS["likelihood"]),
                "by": node.text(CASUS["by"]),
                "at": _utc(node.text(PROV["generatedAtTime"])),
            }
        )

    def _node(self, subject: NamedNode) -> Node:
        found: Iterator[Quad] = self._store.quads_for_pattern(subject, None, None, DefaultGraph())
        return nodes(found).get(subject) or Node()

    @contextmanager
    def _told(self, what: str) -> Iterator[None]:
        try:
            yield
        except ValidationError as error:
            raise BadData(f"{self._path}: {what}: {explain(error)}") from None
        except (KeyError, ValueError) as error:
            raise BadData(f"{self._path}: {what}: {error}; is it an export, and CASUS_BASE_IRI as it was?") from None


class Telling:
    """The graph of one document, on its way to a record."""

    def __init__(self, about: Mapping[NamedNode, Node], name: NamedNode, export: Export) -> None:
        self._about, self._name, self._export = about, name, export
        self._document = about.get(name) or Node()

    def record(self) -> Record:
        """Return what the document says."""
        return Record(
            document=self._read(),
            entities=list(self._entities()),
            incidents=[self._incident(node, about) for node, about in self._of("Report")],
            claims=[self._claim(node, about) for node, about in self._of("Claim")],
        )

    def _of(self, kind: str) -> list[tuple[NamedNode, Node]]:
        found = [(node, about) for node, about in self._about.items() if CASUS[kind] in about.nodes(TYPE)]
        return sorted(found, key=lambda one: one[0].value)

    def _read(self) -> Document:
        publisher = next(self._document.nodes(PROV["wasAttributedTo"]), None)
        return Document.model_validate(
            {
                "id": self._document.text(DCTERMS["identifier"]),
                "text": self._text(),
                "title": self._document.text_or_none(DCTERMS["title"]),
                "published": self._document.text_or_none(DCTERMS["issued"]),
                "url": self._document.text_or_none(SCHEMA["url"]),
                "kind": self._document.text_or_none(CASUS["kind"]) or DocumentKind.TEXT,
                "source": self._export.publisher(publisher) if publisher else None,
            }
        )

    def _text(self) -> str:
        """Return the words that are quoted, each where it stands, and blanks between them."""
        passages = [about for _, about in self._of("Passage")]
        spans = [self._span(node) for node, about in self._about.items() if about.has(CASUS["names"])]
        text = [" "] * max([end for _, end in spans] + [int(about.text(OA["end"])) for about in passages], default=0)
        for about in passages:
            text[int(about.text(OA["start"])) : int(about.text(OA["end"]))] = about.text(OA["exact"])
        return "".join(text)

    def _entities(self) -> Iterator[Entity]:
        named: dict[NamedNode, list[Span]] = {}
        for node, about in self._about.items():
            for entity in about.nodes(CASUS["names"]):
                named.setdefault(entity, []).append(self._span(node))
        for entity in self._document.nodes(SCHEMA["mentions"]):
            yield self._export.entity(entity, sorted(named[entity]))

    def _incident(self, node: NamedNode, about: Node) -> Incident:
        type_, mode = self._type(about)
        first = about.text(SKOS["prefLabel"])
        spans = sorted(self._span(one) for one in about.nodes(CASUS["mention"]))
        words = {span: self._words(span) for span in spans}
        return Incident.model_validate(
            {
                "id": self._id(node, "report/"),
                "type": type_,
                "mode": mode,
                "status": about.node(CASUS["status"]).value.removeprefix(CASUS),
                "date": self._dates(about),
                "killed": _toll(about, "killed"),
                "wounded": _toll(about, "wounded"),
                "mentions": sorted(spans, key=lambda span: (words[span] != first, span)),
            }
        )

    def _type(self, about: Node) -> tuple[str, str | None]:
        """Return type and mode: the concept of a mode has both in its name."""
        concepts = (one.value.removeprefix(PLOVER) for one in about.nodes(SEM["eventType"]))
        type_, _, mode = max(concepts, key=len).partition("-")
        return type_, mode or None

    def _dates(self, about: Node) -> Dates | None:
        earliest = about.text_or_none(SEM["hasEarliestBeginTimeStamp"])
        latest = about.text_or_none(SEM["hasLatestEndTimeStamp"])
        return Dates.model_validate({"earliest": earliest, "latest": latest}) if earliest else None

    def _claim(self, node: NamedNode, about: Node) -> Claim:
        speaker = next(about.nodes(SEM["accordingTo"]), None)
        return Claim.model_validate(
            {
                "id": self._id(node, "claim/"),
                "subject": self._end(about, "subject"),
                "predicate": _PREDICATES[about.node(RDF["predicate"])],
                "object": self._end(about, "object"),
                "polarity": _POLARITIES[about.node(CASUS["polarity"])],
                "confidence": about.text(CASUS["confidence"]),
                "attributed_to": self._export.id_of(speaker) if speaker else None,
                "evidence": sorted(self._span(one) for one in about.nodes(CASUS["evidence"])),
                "rule": about.text_or_none(CASUS["rule"]),
                "support": sorted(about.texts(CASUS["support"])),
                "valid_from": about.text_or_none(CASUS["validFrom"]),
                "valid_to": about.text_or_none(CASUS["validTo"]),
            }
        )

    def _end(self, about: Node, which: str) -> str:
        """Return the id of a claim's subject or object: the report's where there is one, else the entity's."""
        for report in about.nodes(CASUS[f"{which}Report"]):
            return self._id(report, "report/")
        return self._export.id_of(about.node(RDF[which]))

    def _id(self, node: NamedNode, kind: str) -> str:
        """Return the id in the record: the document's and, after the last slash, one without escapes."""
        document, _, own = self._export.id_of(node, kind).rpartition("/")
        return f"{document}/{own.replace('%2F', '/').replace('%25', '%')}"

    def _span(self, passage: NamedNode) -> Span:
        start, _, end = passage.value.removeprefix(f"{self._name.value}#char=").partition(",")
        return int(start), int(end)

    def _words(self, span: Span) -> str:
        start, end = span
        passage = NamedNode(f"{self._name.value}#char={start},{end}")
        return self._about[passage].text(OA["exact"])


def _toll(about: Node, which: str) -> Toll | None:
    least, most = (about.text_or_none(CASUS[f"{which}At{end}"]) for end in ("Least", "Most"))
    return Toll.model_validate({"min": least, "max": most}) if least is not None else None


def _utc(moment: str) -> str:
    """Return a moment as judgements have it: a store writes it in a way of its own."""
    return datetime.fromisoformat(moment).isoformat(timespec="microseconds")
