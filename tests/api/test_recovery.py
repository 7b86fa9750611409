"""An embedded Neo4j that is killed is started anew for the next request."""

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from starlette.testclient import TestClient

from casus.api.app import create_app
from casus.graph.embedded import server
from casus.settings import Settings


@pytest.fixture
def embedded(tmp_path: Path, server_settings: Settings) -> Iterator[Settings]:
    """Settings that lead to an embedded Neo4j of this test's own."""
    if server_settings.neo4j_uri:
        pytest.skip("this is about the embedded Neo4j; the tests run on another")
    settings = Settings(_env_file=None, neo4j_uri=None, data_dir=tmp_path)
    yield settings
    server.stop(settings)


def test_a_killed_server_is_followed_by_another(embedded: Settings) -> None:
    with TestClient(create_app(embedded), raise_server_exceptions=False) as client:
        assert client.get("/readyz").status_code == 200
        _, note = server.state(embedded)
        assert note is not None
        process = psutil.Process(note.pid)
        process.kill()
        process.wait(10)
        assert client.get("/v1/entities").status_code == 503
        assert client.get("/v1/entities").status_code == 200
