"""The API over a graph of two hand-made records (see tests/stories.py)."""

from collections.abc import Iterator

import neo4j
import pytest
from starlette.testclient import TestClient
from tests.stories import rockets, strikes

from casus.api.app import create_app
from casus.graph import Graph
from casus.settings import Settings


@pytest.fixture(scope="module")
def told(server_settings: Settings, session_driver: neo4j.Driver) -> Settings:
    """Settings that lead to a graph of both records; the tests of a module only read it."""
    session_driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    with Graph.open(server_settings) as graph:
        graph.load([rockets(), strikes()])
    return server_settings


@pytest.fixture(scope="module")
def client(told: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(told), raise_server_exceptions=False) as client:
        yield client
