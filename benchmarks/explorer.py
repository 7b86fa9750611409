"""How long a large neighbourhood takes to draw: from relationships read to a picture on the screen.

    python -m benchmarks.explorer [NODES]

The graph is made up, by preferential attachment (Barabási and Albert 1999) from a fixed seed, 2,000 nodes unless told
otherwise. Chromium opens the picture as a page of its own; without a Chromium its part is left out. Beside each time on
the clock stands that of the processor, on which other work on the machine has no bearing.
"""

import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import igraph
import psutil
import typer
from playwright.sync_api import sync_playwright

from casus.explorer import rendering
from casus.explorer.drawing.force import network
from casus.explorer.ties import Station, Tie
from casus.graph.answers import Ref
from casus.ontology import EntityType, Predicate

T = TypeVar("T")
Seconds = tuple[float, float]
"""On the clock, and of the processor."""


FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def main(nodes: int = 2000) -> None:
    """Draw, render and show once, and print the seconds that each took."""
    stations, ties = _made_up(nodes)
    rendering.picture(network("network", "Warm", *_made_up(10)))  # templates are compiled once, when a server starts
    figure, layout = _timed(lambda: network("network", "Made up", stations, ties))
    text, written = _timed(lambda: bytes(rendering.picture(figure).body))
    print(f"{nodes} nodes, {len(ties)} relationships, {len(text) / 1e6:.2f} MB of SVG")
    steps = {"layout": layout, "rendering": written}
    if chromium := shutil.which("chromium"):
        steps["Chromium"] = _shown(text, chromium)
    for what, (clock, processor) in {**steps, "in all": tuple(map(sum, zip(*steps.values(), strict=True)))}.items():
        print(f"{what:<10} {clock:.2f} s, {processor:.2f} s of the processor")


def _timed(job: Callable[[], T]) -> tuple[T, Seconds]:
    clock, processor = time.perf_counter(), time.process_time()
    done = job()
    return done, (time.perf_counter() - clock, time.process_time() - processor)


def _made_up(nodes: int) -> tuple[list[Station], list[Tie]]:
    random.seed(7)
    graph = igraph.Graph.Barabasi(nodes, 2)
    refs = [Ref(id=f"org/{index}", type=EntityType.ARMED_GROUP, name=f"Group {index}") for index in range(nodes)]
    ties = [
        Tie(refs[edge.source], Predicate.BACKED_BY, refs[edge.target], 0.8, 1, number)
        for number, edge in enumerate(graph.es)
    ]
    return [Station.of(ref) for ref in refs], ties


def _shown(text: bytes, chromium: str) -> Seconds:
    """Return what it takes from opening the picture until it is painted."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "picture.svg"
        path.write_bytes(text)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto("about:blank")
        clock, processor = time.perf_counter(), _processor()
        page.goto(path.as_uri())
        page.evaluate(PAINTED)
        took = time.perf_counter() - clock, _processor() - processor
        browser.close()
        return took


def _processor() -> float:
    """Return the processor's seconds of all processes that this one started, but for Playwright's own."""
    children = psutil.Process().children(recursive=True)
    times = [child.cpu_times() for child in children if "chrom" in child.name()]
    return sum(one.user + one.system for one in times)


if __name__ == "__main__":
    typer.run(main)
