"""How long a large neighbourhood takes to draw: from relationships read to a picture on the screen.

    python -m benchmarks.explorer [NODES]

The graph is made up, by preferential attachment (Barabási and Albert 1999) from a fixed seed, 2,000 nodes unless told
otherwise. Chromium opens the picture as a page of its own; without a Chromium its part is left out.
"""

import random
import shutil
import tempfile
import time
from pathlib import Path

import igraph
import typer
from playwright.sync_api import sync_playwright

from casus.explorer import rendering
from casus.explorer.drawing.force import network
from casus.explorer.ties import Station, Tie
from casus.graph.answers import Ref
from casus.ontology import EntityType, Predicate

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def main(nodes: int = 2000) -> None:
    """Draw, render and show once, and print the seconds that each took."""
    stations, ties = _made_up(nodes)
    began = time.perf_counter()
    figure = network("network", "Made up", stations, ties)
    drawn = time.perf_counter()
    text = bytes(rendering.picture(figure).body)
    rendered = time.perf_counter()
    shown = _shown(text)
    print(f"{len(stations)} nodes, {len(ties)} relationships, {len(text) / 1e6:.1f} MB of SVG")
    for what, seconds in (("layout", drawn - began), ("rendering", rendered - drawn), ("Chromium", shown)):
        print(f"{what:<10} {'not here' if seconds is None else f'{seconds:.2f} s'}")
    print(f"{'in all':<10} {rendered - began + (shown or 0):.2f} s")


def _made_up(nodes: int) -> tuple[list[Station], list[Tie]]:
    random.seed(7)
    graph = igraph.Graph.Barabasi(nodes, 2)
    refs = [Ref(id=f"org/{index}", type=EntityType.ARMED_GROUP, name=f"Group {index}") for index in range(nodes)]
    ties = [
        Tie(refs[edge.source], Predicate.BACKED_BY, refs[edge.target], 0.8, 1, number)
        for number, edge in enumerate(graph.es)
    ]
    return [Station.of(ref) for ref in refs], ties


def _shown(text: bytes) -> float | None:
    """Return the seconds from opening the picture until it is painted."""
    chromium = shutil.which("chromium")
    if not chromium:
        return None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "picture.svg"
        path.write_bytes(text)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto("about:blank")
        began = time.perf_counter()
        page.goto(path.as_uri())
        page.evaluate(PAINTED)
        took = time.perf_counter() - began
        browser.close()
        return took


if __name__ == "__main__":
    typer.run(main)
