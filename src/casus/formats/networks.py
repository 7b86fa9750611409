"""Answers as networks: of networkx, and in the formats that Gephi and Graphviz read.

A node is an entity or incident with its id, label and kind; an edge is a relationship with what it carries and, where
the answer has any, a sentence that says so. GraphML and GEXF know no null: what is not known is left out.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from casus.graph import Graph, answers, queries

if TYPE_CHECKING:
    import networkx as nx

Drawable = answers.ProxyPaths | answers.ShortestPath | answers.Neighbourhood
"""What can be drawn as a network."""
Edge = tuple[answers.Ref, str, answers.Ref, dict[str, Any]]

COLOURS = {
    "State": "#4e79a7", "ArmedGroup": "#e15759", "Organisation": "#f28e2b", "Person": "#b07aa1", "Place": "#59a14f",
    "Incident": "#9c9c9c",
}  # fmt: skip
"""What DOT fills nodes with, by kind."""


def network(answer: Drawable) -> "nx.MultiDiGraph[str]":
    """Return an answer as a network; edges run as their claims do, keyed by predicate."""
    found = _drawn(_edges(answer))
    for incident in _incidents(answer):
        found.add_node(incident.id, **_told(incident))
    for node in _named(answer):
        found.add_node(node.id, **_shown(node))
    return found


def graph_network(graph: Graph) -> "nx.MultiDiGraph[str]":
    """Return the whole graph as a network: entities and incidents, and the plain relationships between them.

    All of it is held in memory: about a kilobyte for each relationship.
    """
    found = _drawn(_relation(one) for one in graph.each(queries.relations))
    for entity in graph.each(queries.entities):
        found.add_node(entity.id, label=entity.name, kind=entity.type.value, **_present(country=entity.iso3))
    for incident in graph.each(queries.incidents_by_id):
        found.add_node(incident.id, label=incident.name, kind="Incident", **_told(incident))
    return found


def graphml(found: "nx.MultiDiGraph[str]") -> Iterator[str]:
    """Yield the lines of a network as GraphML."""
    import networkx as nx  # noqa: PLC0415 (only who draws needs it)

    return (f"{line}\n" for line in nx.generate_graphml(found))


def gexf(found: "nx.MultiDiGraph[str]") -> Iterator[str]:
    """Yield the lines of a network as GEXF 1.2."""
    import networkx as nx  # noqa: PLC0415 (only who draws needs it)

    return (f"{line}\n" for line in nx.generate_gexf(found))


def dot(found: "nx.MultiDiGraph[str]") -> Iterator[str]:
    """Yield the lines of a network in Graphviz's language."""
    import graphviz  # noqa: PLC0415 (only who draws needs it)

    drawn = graphviz.Digraph("casus", node_attr={"shape": "box", "style": "filled,rounded", "fontname": "sans-serif"})
    names = {id: f"n{number}" for number, id in enumerate(found)}  # an id can hold what means something in DOT
    for id, node in found.nodes(data=True):
        drawn.node(names[id], graphviz.escape(node["label"]), id=graphviz.escape(id), fillcolor=COLOURS[node["kind"]])
    for source, target, edge in found.edges(data=True):
        label = graphviz.escape(f"{edge['label']} {edge['confidence']:.2f}")
        drawn.edge(names[source], names[target], label)
    return iter(drawn)


def _drawn(edges: Iterable[Edge]) -> "nx.MultiDiGraph[str]":
    import networkx as nx  # noqa: PLC0415 (only who draws needs it)

    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, predicate, target, carried in edges:
        for node in (source, target):
            found.add_node(node.id, **_shown(node))
        found.add_edge(source.id, target.id, key=predicate, label=predicate, **carried)
    return found


def _edges(answer: Drawable) -> Iterator[Edge]:
    match answer:
        case answers.ProxyPaths():
            yield from (_hop(hop) for path in answer.paths for hop in path.hops)
        case answers.ShortestPath():
            yield from (_hop(hop) for hop in answer.hops)
        case answers.Neighbourhood():
            yield from (_relation(one) for one in answer.relations)


def _incidents(answer: Drawable) -> list[answers.Incident]:
    return [path.incident for path in answer.paths] if isinstance(answer, answers.ProxyPaths) else []


def _named(answer: Drawable) -> list[answers.Ref]:
    """Return what is there even where nothing is connected."""
    return answer.nodes if isinstance(answer, answers.Neighbourhood) else [answer.source, answer.target]


def _hop(hop: answers.Hop) -> Edge:
    said = {"confidence": hop.confidence, "documents": hop.documents, **_sentence(hop.evidence)}
    return hop.source, hop.relation.value, hop.target, said


def _relation(one: answers.Relation) -> Edge:
    days = {"valid_from": one.valid_from, "valid_to": one.valid_to, "first_reported": one.first_reported}
    said = {"confidence": one.confidence, "documents": one.documents, "denials": one.denials, **_present(**days)}
    return one.subject, one.predicate.value, one.object, said


def _sentence(evidence: list[answers.Quote]) -> dict[str, Any]:
    return _present(sentence=evidence[0].sentence, document=evidence[0].document) if evidence else {}


def _shown(node: answers.Ref) -> dict[str, Any]:
    return {"label": node.name, "kind": str(node.type)}


def _told(incident: answers.Incident) -> dict[str, Any]:
    days = {"start": incident.date.earliest, "end": incident.date.latest} if incident.date else {}
    killed = incident.killed.min if incident.killed else None
    return _present(type=incident.type.value, mode=incident.mode, killed=killed, **days)


def _present(**values: Any) -> dict[str, Any]:
    """Return what is known, days as ISO 8601 writes them."""
    return {name: value if isinstance(value, int | float | str) else str(value) for name, value in values.items()
            if value is not None}  # fmt: skip
