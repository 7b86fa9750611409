"""All that the graph holds, to a file or stream."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from casus.graph import Graph
from casus.knowledge import Knowledge
from casus.rdf import documents, things
from casus.rdf.describe import dataset
from casus.rdf.formats import Format
from casus.rdf.names import Names
from casus.rdf.terms import Block
from casus.rdf.write import write

Ids = tuple[str, str]
"""The first id and the last, both included."""
LAST = "\U0010ffff"
"""What sorts after all ids."""


def export(
    graph: Graph, target: Path | BinaryIO, format: Format = Format.TRIG, *, base_iri: str, reified: bool = False
) -> None:
    """Write all that the graph holds; ids are appended to `base_iri`.

    What a document says stands in a graph of its own, where the format has graphs. `reified`: claims are reifiers, as
    RDF 1.2 has them. A file stands under its name once it is whole, or not at all; the same graph gives the same bytes.
    Raises CannotWrite, BadInput for a format without reifiers, and what the graph raises.
    """
    if reified:
        format.require_reifiers()
    write(blocks(graph, Names(base_iri), reified=reified), target, format)


def blocks(graph: Graph, names: Names, *, reified: bool = False) -> Iterator[Block]:
    """Yield what the graph holds, block after block, each kind by id: publishers, judgements, entities and so on."""
    yield Block(None, dataset(graph, names))
    for row in graph.rows("export/sources"):
        yield Block(None, things.publisher(row["source"], names))
    for row in graph.rows("export/judgements"):
        yield Block(None, things.judgement(row["judgement"], names))
    yield from entities(graph, names, ("incident0", LAST))
    yield from incidents(graph, names, ("incident/", "incident0"))
    yield from sayings(graph, names, ("", LAST), reified=reified)


def entities(graph: Graph, names: Names, ids: Ids) -> Iterator[Block]:
    """Yield entities but incidents, whose ids sort before those of all others."""
    knowledge = Knowledge.load(graph.settings.knowledge_dir)
    for row in graph.rows("export/entities", first=ids[0], last=ids[1]):
        yield Block(None, things.entity(_placed(row["entity"], knowledge), row["relations"], names))


def incidents(graph: Graph, names: Names, ids: Ids) -> Iterator[Block]:
    """Yield incidents."""
    for row in graph.rows("export/incidents", first=ids[0], last=ids[1]):
        yield Block(None, things.incident(row["incident"], row["relations"], names))


def sayings(graph: Graph, names: Names, ids: Ids, *, reified: bool = False) -> Iterator[Block]:
    """Yield what documents say, each in its graph."""
    for row in graph.rows("export/documents", first=ids[0], last=ids[1]):
        said = documents.document(row, names, reified=reified)
        yield Block(names.document(row["document"]["id"]), said)


def _placed(entity: things.Row, knowledge: Knowledge) -> things.Row:
    """Return an entity with the point where it lies: what documents say, else what is known."""
    known = None if entity.get("point") else knowledge.get(entity["id"])
    if known is None or known.latitude is None:
        return entity
    return {**entity, "point": (known.latitude, known.longitude)}
