"""The graph of the API's tests, for formats that are made from its answers."""

from collections.abc import Iterator

import neo4j
import pytest
from tests.stories import rockets, strikes

from casus.graph import Graph
from casus.settings import Settings


@pytest.fixture(scope="module")
def told(server_settings: Settings, session_driver: neo4j.Driver) -> Iterator[Graph]:
    """A graph of two records, which no test of a module changes."""
    session_driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    with Graph.open(server_settings) as graph:
        graph.load([rockets(), strikes()])
        yield graph
