"""The Neo4j Browser, from its jar: what is served, and where other servers have theirs."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from casus.graph.embedded.browser import browser_jar, browser_of, site
from casus.settings import Settings


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(site(browser_jar(Settings(_env_file=None)))) as client:
        yield client


def test_the_browser_is_served_from_its_jar(client: TestClient) -> None:
    page = client.get("/")
    assert page.url.path == "/browser/"
    assert page.headers["content-type"].startswith("text/html")
    assert "Neo4j Browser" in page.text


def test_the_browser_may_speak_to_loopback_only(client: TestClient) -> None:
    rules = client.get("/browser/").headers["content-security-policy"].split("; ")
    [connections] = [rule for rule in rules if rule.startswith("connect-src")]
    assert set(connections.split()[1:]) == {"'self'", "ws://127.0.0.1:*", "ws://localhost:*"}


def test_the_style_is_served_beside_it(client: TestClient) -> None:
    assert "node.ArmedGroup" in client.get("/style.grass").text


@pytest.mark.parametrize("path", ["/browser/nothing.js", "/browser/../META-INF/MANIFEST.MF", "/META-INF/MANIFEST.MF"])
def test_nothing_but_the_browser_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("bolt", "browser"),
    [
        ("bolt://127.0.0.1:7687", "http://127.0.0.1:7474/browser/"),
        ("neo4j://graph.example", "http://graph.example:7474/browser/"),
        ("neo4j+s://graph.example:7687", "https://graph.example:7473/browser/"),
        ("neo4j+s://0a1b2c3d.databases.neo4j.io", "https://console.neo4j.io"),
    ],
)
def test_another_server_has_its_own_browser(bolt: str, browser: str) -> None:
    assert browser_of(bolt) == browser
