"""What the graph holds, described as a data set: DCAT for catalogues, VoID for those who ask with SPARQL."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from casus import __version__
from casus.graph import Graph, queries
from casus.ontology import EntityType
from casus.rdf.formats import Format
from casus.rdf.names import Names
from casus.rdf.terms import Triple
from casus.rdf.vocabulary import CASUS, DCAT, DCTERMS, OWL, TYPE, VOID, XSD, Namespace, kinds_of

MEDIA_TYPES = Namespace("https://www.iana.org/assignments/media-types/")


def dataset(graph: Graph, names: Names) -> Iterator[Triple]:
    """Yield title, version, licence, formats, and how many there are of each class."""
    data = names.dataset
    yield data, TYPE, DCAT["Dataset"]
    yield data, TYPE, VOID["Dataset"]
    yield data, DCTERMS["title"], Literal("Casus: who did what to whom, who stands behind whom, and who says so")
    yield data, OWL["versionInfo"], Literal(__version__)
    yield data, DCTERMS["conformsTo"], NamedNode(CASUS.removesuffix("#"))
    if graph.settings.data_licence:
        yield data, DCTERMS["license"], NamedNode(graph.settings.data_licence)
    yield data, VOID["uriSpace"], Literal(names.base)
    yield data, VOID["vocabulary"], NamedNode(CASUS)
    parts = [(_part(data, kind), kind, number) for kind, number in _counts(graph)]
    yield from ((data, VOID["classPartition"], part) for part, _, _ in parts)
    yield from ((data, VOID["feature"], NamedNode(f"http://www.w3.org/ns/formats/{name}")) for name in _FORMATS)
    for part, kind, number in parts:
        yield part, VOID["class"], kind
        yield part, VOID["entities"], Literal(str(number), datatype=XSD["integer"])


_FORMATS = ("JSON-LD", "N-Quads", "RDF_XML", "TriG", "Turtle")


def distributions(data: NamedNode, address: str) -> Iterator[Triple]:
    """Yield where each format can be had, below the address of a running server."""
    ways = [(NamedNode(f"{data.value}#{format}"), format) for format in Format]
    yield from ((data, DCAT["distribution"], one) for one, _ in ways)
    for one, format in ways:
        yield one, TYPE, DCAT["Distribution"]
        yield one, DCAT["mediaType"], NamedNode(MEDIA_TYPES + format.media_type)
        yield one, DCAT["downloadURL"], NamedNode(f"{address}/v1/export?format={format}")


def _counts(graph: Graph) -> Iterator[tuple[NamedNode, int]]:
    counts = graph.ask(queries.counts())
    yield CASUS["Document"], counts.documents
    yield CASUS["Claim"], counts.claims
    yield CASUS["Report"], counts.reports
    yield CASUS["Incident"], counts.incidents
    yield from ((kinds_of(type_)[0], counts.entities.get(type_, 0)) for type_ in EntityType)


def _part(data: NamedNode, kind: NamedNode) -> NamedNode:
    return NamedNode(f"{data.value}#{kind.value.removeprefix(CASUS)}")
