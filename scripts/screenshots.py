"""The screenshots of README and docs, made anew: `python -m scripts.screenshots`, or `make shots`.

They show the six sample reports, in an embedded Neo4j of their own. Needs Chromium (`apt-get install chromium`).
"""

import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.types import ASGIApp

from casus import explorer, pipeline, reading, resources
from casus.api.app import create_app
from casus.graph import Graph, queries, statements
from casus.graph.embedded import browser, server
from casus.settings import Settings

IMAGES = Path(__file__).parent.parent / "docs" / "images"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--hide-scrollbars"]
PATIENCE = 180_000
PATHS = "/paths?from=Iran&to=United+States"


def main() -> None:
    """Load the samples, take all pictures, and end the Neo4j that was started for it."""
    if not CHROMIUM:
        sys.exit("no Chromium here: apt-get install chromium")
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(_env_file=None, neo4j_uri=None, data_dir=Path(folder), query_time=120, server_start=300)
        try:
            take_all(settings)
        finally:
            server.stop(settings)


def take_all(settings: Settings) -> None:
    """Take every picture of a graph of the samples."""
    with Graph.open(settings) as graph:
        graph.load(pipeline.extract(reading.read([resources.folder("examples") / "news"]), settings))
        incident = _answered(graph)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        app = create_app(settings)
        explorer.install(app)
        with served(app) as address:
            take(chromium, f"{address}{PATHS}", "paths", tall=860)
            take(chromium, f"{address}{PATHS}", "paths-dark", tall=860, colours="dark")
            take(chromium, f"{address}/entities/org/kataib-hezbollah", "entity", tall=1180)
            take(chromium, f"{address}/{incident}", "incident", tall=900)
        with served(browser.site(browser.browser_jar(settings))) as address:
            take_browser(chromium, address.replace("127.0.0.1", "localhost"), settings)
        chromium.close()


def take(chromium: Browser, address: str, name: str, *, tall: int, colours: str = "light") -> None:
    """Take a picture of a page's upper part."""
    page = chromium.new_page(viewport={"width": 1280, "height": tall}, color_scheme=colours)  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / f"{name}.png")
    page.close()


def take_browser(chromium: Browser, address: str, settings: Settings) -> None:
    """Sign in to the Neo4j Browser, run a favourite, and take a picture of what it draws."""
    note = server.state(settings)[1]
    assert note, "the embedded Neo4j runs"
    page = chromium.new_page(viewport={"width": 1280, "height": 860})
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}/browser/")
    page.fill("input[data-testid=boltaddress]", f"127.0.0.1:{note.port}")
    page.fill("input[data-testid=username]", note.user)
    page.fill("input[data-testid=password]", note.password)
    page.click("button[data-testid=connect]")
    page.get_by_text("Connected to Neo4j").wait_for()
    run(page, f":style {address}/{browser.STYLE}")
    page.get_by_text("node.ArmedGroup").wait_for()
    run(page, ":clear")
    run(page, statements.statement("browser/05_proxy_paths").text)
    page.locator("svg g.node").first.wait_for()
    page.locator("button[title='Fullscreen']").click()
    page.wait_for_timeout(4_000)  # until the drawing has come to rest
    page.get_by_label("zoom-to-fit").click()
    page.wait_for_timeout(1_500)
    page.screenshot(path=IMAGES / "browser.png")
    page.close()


def run(page: Page, command: str) -> None:
    """Run a statement, or one of the Browser's own commands, in its editor."""
    page.click("[data-testid=activeEditor]")
    page.keyboard.insert_text(command)
    page.keyboard.press("Control+Enter")


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Serve an application on a free port of loopback for the length of the block."""
    listener = socket.create_server(("127.0.0.1", 0))
    serving = uvicorn.Server(uvicorn.Config(app, log_config=None))
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        serving.should_exit = True
        thread.join()


def _answered(graph: Graph) -> str:
    """Return the incident with the longest chain of retaliation around it."""
    found = [incident.id for incident in graph.each(lambda page: queries.incidents(page=page))]
    return max(found, key=lambda one: len(_around(graph, one)))


def _around(graph: Graph, id: str) -> list[str]:
    chain = graph.ask(queries.retaliation(id))
    return [response.incident.id for response in (*chain.answers, *chain.answered_by)]


if __name__ == "__main__":
    main()
