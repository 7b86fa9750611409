"""`casus browser`: beside the embedded server, and where the graph is elsewhere."""

import re
from collections.abc import Callable
from subprocess import Popen
from urllib.request import urlopen

import pytest
from tests.cli.conftest import Casus

from casus.settings import Settings


def test_the_browser_of_another_server_is_named(casus: Casus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASUS_NEO4J_URI", "bolt://graph.example:7687")
    result = casus("browser")
    assert result.exit_code == 0
    assert "http://graph.example:7474/browser/" in result.output


def test_the_browser_is_served_beside_the_embedded_server(
    with_graph: None, graph_settings: Settings, start: Callable[..., "Popen[bytes]"]
) -> None:
    if graph_settings.neo4j_uri:
        pytest.skip("these tests were given a server that is not the embedded one")
    process = start("browser", "--port", "0")
    assert process.stdout
    said = [process.stdout.readline().decode() for _ in range(4)]
    [address] = re.findall(r"http://localhost:\d+/browser/", said[0])
    with urlopen(address) as page:
        assert "Neo4j Browser" in page.read().decode()
    assert "bolt://127.0.0.1:" in said[1]
    assert str(graph_settings.data_dir) in said[3]
