"""The Neo4j Browser's favourites: one for each question of the API, each runs, and in the Browser itself they draw."""

import re
import socket
import threading
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect
from tests.explorer.conftest import PATIENCE

from casus.api.app import create_app
from casus.graph import statements
from casus.graph.connection import open_driver
from casus.graph.embedded.browser import STYLE, browser_jar, site
from casus.graph.embedded.folder import data_folder
from casus.graph.embedded.note import read_note
from casus.resources import folder
from casus.settings import Settings

FAVOURITES = statements.names("browser")
FILLS = "circles => circles.map(circle => circle.getAttribute('fill'))"
ARMED_GROUP = "#b8433a"
"""What the style gives an armed group."""
NOT_ASKED = ("/v1/export", "/v1/bulk", "/v1/jobs", "/healthz", "/data", "/ontology", "/sparql")
"""The whole of the graph and RDF are no picture; how a job or the process does is no question."""


@pytest.mark.parametrize("name", FAVOURITES)
def test_a_favourite_finds_what_it_looks_for(told: Settings, name: str) -> None:
    with open_driver(told) as driver:
        assert driver.execute_query(statements.statement(name).text, database_=told.neo4j_database).records


@pytest.mark.parametrize("name", FAVOURITES)
def test_a_favourite_is_numbered_and_named_in_its_first_line(name: str) -> None:
    first = (folder("cypher") / f"{name}.cypher").read_text("utf-8").splitlines()[0]
    assert re.match(rf"// {int(re.findall('[0-9]+', name)[0])}\. \w", first)


def test_every_question_of_the_api_has_a_favourite() -> None:
    paths = create_app(Settings(_env_file=None)).openapi()["paths"]
    asked = {path for path, methods in paths.items() if "get" in methods and not path.startswith(NOT_ASKED)}
    told = {call for name in FAVOURITES for call in re.findall(r"GET (/\S+)", statements.statement(name).does)}
    assert told == asked


def test_the_style_names_nothing_that_the_graph_does_not_have(told: Settings) -> None:
    style = (folder("cypher") / "browser" / "style.grass").read_text("utf-8")
    with open_driver(told) as driver:
        labels = _values(driver, "CALL db.labels() YIELD label AS value RETURN value")
        kinds = _values(driver, "CALL db.relationshipTypes() YIELD relationshipType AS value RETURN value")
    assert set(re.findall(r"^node\.(\w+)", style, re.MULTILINE)) <= labels | {"Person"}
    assert set(re.findall(r"^relationship\.(\w+)", style, re.MULTILINE)) <= kinds


@pytest.fixture(scope="module")
def neo4j_browser() -> Iterator[str]:
    """Where the Neo4j Browser is served, by the name from which it takes styles."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(site(browser_jar(Settings(_env_file=None))), log_config=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://localhost:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def signed_in(told: Settings, chromium: Browser, neo4j_browser: str) -> Iterator[Page]:
    """The Neo4j Browser, signed in as `casus browser` says, with the style for its pictures."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.goto(f"{neo4j_browser}/browser/")
    sign_in(page, told)
    run(page, f":style {neo4j_browser}/{STYLE}")
    expect(page.get_by_text("node.ArmedGroup")).to_be_visible(timeout=PATIENCE)
    yield page
    page.close()


@pytest.mark.parametrize(
    ("favourite", "drawn"),
    [
        ("browser/03_backers", {"Kata'ib Hezbollah", "Iran", "Quds Force"}),
        ("browser/05_proxy_paths", {"Kata'ib Hezbollah", "Iran", "Quds Force", "United States", "bombed"}),
    ],
)
def test_a_favourite_draws_its_nodes_in_the_browser(signed_in: Page, favourite: str, drawn: set[str]) -> None:
    run(signed_in, ":clear")
    expect(signed_in.locator("svg g.node")).to_have_count(0)
    run(signed_in, statements.statement(favourite).text)
    expect(signed_in.locator("svg g.node").first).to_be_visible(timeout=PATIENCE)
    captions = " ".join(signed_in.locator("svg g.node").all_text_contents())
    assert [name for name in drawn if name.split()[0] not in captions] == []
    assert signed_in.locator("svg g.node circle").evaluate_all(FILLS).count(ARMED_GROUP)


def sign_in(page: Page, settings: Settings) -> None:
    """Sign in as `casus browser` says."""
    with open_driver(settings) as driver:
        host, port = driver.get_server_info().address[:2]
    user, password = _account(settings)
    page.fill("input[data-testid=boltaddress]", f"{host}:{port}")
    page.fill("input[data-testid=username]", user)
    page.fill("input[data-testid=password]", password)
    page.click("button[data-testid=connect]")
    expect(page.get_by_text("Connected to Neo4j")).to_be_visible(timeout=PATIENCE)


def run(page: Page, cypher: str) -> None:
    """Run a statement in the editor."""
    page.click("[data-testid=activeEditor]")
    page.keyboard.insert_text(cypher)
    page.keyboard.press("Control+Enter")


def _account(settings: Settings) -> tuple[str, str]:
    if settings.neo4j_uri and settings.neo4j_password:
        return settings.neo4j_user, settings.neo4j_password.get_secret_value()
    note = read_note(data_folder(settings).note)
    assert note
    return note.user, note.password


def _values(driver: neo4j.Driver, cypher: str) -> set[Any]:
    return {row["value"] for row in driver.execute_query(cypher, database_="neo4j").records}
