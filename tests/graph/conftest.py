"""A graph to load into, and a way to see all that is in it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from casus.graph import Graph
from casus.settings import Settings

Dump = tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]

NODES = "MATCH (n) WHERE NOT n:Casus RETURN labels(n) AS labels, properties(n) AS properties"
RELATIONSHIPS = """
MATCH (a)-[r]->(b)
RETURN coalesce(a.id, a.name) AS source, type(r) AS type, coalesce(b.id, b.name) AS target, properties(r) AS properties
"""


@pytest.fixture
def graph(graph_settings: Settings) -> Iterator[Graph]:
    """A graph with nothing in it but its schema."""
    with Graph.open(graph_settings) as graph:
        yield graph


@pytest.fixture
def dump(graph: Graph) -> Callable[[], Dump]:
    """Everything in the graph, in an order that depends on nothing but what is there."""
    return partial(everything, graph)


def everything(graph: Graph) -> Dump:
    """Return all that is in a graph; see dump."""
    nodes = [(sorted(row["labels"]), sorted(row["properties"].items())) for row in rows(graph, NODES)]
    relationships = [
        (row["source"], row["type"], row["target"], sorted(row["properties"].items()))
        for row in rows(graph, RELATIONSHIPS)
    ]
    return sorted(nodes, key=repr), sorted(relationships, key=repr)


def rows(graph: Graph, cypher: str, **parameters: Any) -> list[dict[str, Any]]:
    """Return the rows of a test's own statement."""
    found = graph.driver.execute_query(cypher, parameters, database_=graph.settings.neo4j_database)
    return [dict(record) for record in found.records]
