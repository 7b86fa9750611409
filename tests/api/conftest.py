"""The API over a graph of two hand-made records (see tests/stories.py), and keys to write to it."""

import socket
import threading
from collections.abc import Iterator

import neo4j
import pytest
import uvicorn
from starlette.testclient import TestClient
from tests.conftest import WIPE
from tests.stories import rockets, strikes

from casus.api.app import create_app
from casus.graph import Graph
from casus.keys import Keys, Scope
from casus.settings import Settings
from casus.sparql.snapshot import take


@pytest.fixture(scope="module")
def told(server_settings: Settings, session_driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings that lead to a graph of both records; the tests of a module only read it."""
    session_driver.execute_query(WIPE, database_="neo4j")
    with Graph.open(server_settings) as graph:
        graph.load([rockets(), strikes()])
        snapshots = tmp_path_factory.mktemp("snapshots")
        settings = server_settings.model_copy(update={"snapshot_dir": snapshots})
        take(Graph(graph.driver, settings))
    return settings


@pytest.fixture(scope="session")
def writing_key(server_settings: Settings) -> dict[str, str]:
    """The header of a key that may write."""
    return {"Authorization": f"Bearer {Keys.of(server_settings).new('tests', [Scope.WRITE])}"}


@pytest.fixture(scope="module")
def client(told: Settings, writing_key: dict[str, str]) -> Iterator[TestClient]:
    with TestClient(create_app(told), raise_server_exceptions=False, headers=writing_key) as client:
        yield client


@pytest.fixture(scope="module")
def address(told: Settings) -> Iterator[str]:
    """Where the API listens on a socket."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(told), log_config=None, lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()
