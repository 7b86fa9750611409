"""The explorer over a graph of two weeks of blow and answer (see story.py), on a socket and in a browser."""

import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import neo4j
import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from starlette.testclient import TestClient
from tests.conftest import WIPE
from tests.explorer.story import KATAIB, USA, story

from casus import explorer
from casus.api.app import create_app
from casus.graph import Graph, queries
from casus.graph.answers import Counts
from casus.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-component-update"
    " --disable-sync"
).split()
PATIENCE = 60_000
"""Milliseconds: the first of each query is planned while the test waits."""


@pytest.fixture(scope="session")
def loaded() -> list[Counts]:
    """What the graph had in it after the story was loaded last."""
    return []


@pytest.fixture(scope="module")
def told(server_settings: Settings, session_driver: neo4j.Driver, loaded: list[Counts]) -> Settings:
    """Settings that lead to a graph of the story; tests only read it, so it stays for all modules here."""
    with Graph.open(server_settings) as graph:
        if loaded[-1:] != [graph.ask(queries.counts())]:
            session_driver.execute_query(WIPE, database_="neo4j")
            graph.load(story())
            loaded.append(graph.ask(queries.counts()))
    return server_settings.model_copy(update={"query_time": 60.0})


@pytest.fixture(scope="module")
def client(told: Settings) -> Iterator[TestClient]:
    app = create_app(told)
    explorer.install(app)
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="module")
def strikes(told: Settings) -> str:
    """The id of the air strikes, which answer the rockets and are answered twice."""
    with Graph.open(told) as graph:
        return graph.ask(queries.incidents(parties=queries.Parties(actor=USA, target=KATAIB))).items[0].id


@pytest.fixture(scope="module")
def address(told: Settings) -> Iterator[str]:
    """Where `casus serve` would serve it."""
    app = create_app(told)
    explorer.install(app)
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium; its event loop would be in the way of other modules' coroutines."""
    if not CHROMIUM:
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """Somebody with a browser; whatever the console or a page complains of is kept."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def opens(self, path: str) -> Page:
        """Open a page and wait until all of it is there and its script has run."""
        self.page.goto(self.address + path)
        return self.page

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


@pytest.fixture
def visitor(chromium: Browser, address: str) -> Iterator[Visitor]:
    """Somebody at a wide screen; after the test no complaint may be left."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    visitor = Visitor(context.new_page(), address)
    yield visitor
    context.close()
    assert visitor.complaints == []
