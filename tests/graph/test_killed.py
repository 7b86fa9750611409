"""A load that is killed can be run again and ends in the same graph."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.graph.conftest import Dump
from tests.graph.stories import Telling, ambush, strikes, strikes_again

from casus.graph import Graph
from casus.ontology import Predicate
from casus.records import Record, parse
from casus.settings import Settings

LOADER = """
import sys
from pathlib import Path
from casus.graph import Graph
from casus.records import parse
from casus.settings import Settings

def records():
    for number, line in enumerate(Path(sys.argv[1]).read_text("utf-8").splitlines()):
        print(number, flush=True)
        yield parse(line, "here")

with Graph.open(Settings(load_batch=1)) as graph:
    graph.load(records())
"""


@pytest.fixture
def many() -> list[Record]:
    """Three stories, and others that tell of the same events and go on about the same group."""
    others = [
        Telling(f"more/{number}", f"Kata'ib Hezbollah, armed by Iran, was bombed again in report {number}.")
        .tells("1", "bombed", "2019-12-29", mode="aerial", killed=25)
        .says("1", Predicate.TARGET, "org/kataib-hezbollah")
        .says("1", Predicate.PERPETRATOR, "state/USA")
        .says("1", Predicate.LOCATED_IN, "state/IRQ")
        .says("org/kataib-hezbollah", Predicate.BACKED_BY, "state/IRN", sure=0.5 + number / 50)
        .record
        for number in range(12)
    ]
    return [strikes(), *others, strikes_again(), ambush()]


@pytest.fixture
def file(tmp_path: Path, many: list[Record]) -> Path:
    file = tmp_path / "records.jsonl"
    file.write_text("".join(f"{record.line}\n" for record in many), "utf-8")
    return file


@pytest.mark.parametrize("at", [1, 8])
def test_a_killed_load_that_is_run_again_ends_in_the_same_graph(
    graph: Graph, dump: Callable[[], Dump], file: Path, at: int
) -> None:
    records = [parse(line, "here") for line in file.read_text("utf-8").splitlines()]
    graph.load(records)
    undisturbed = dump()
    for record in records:
        graph.retract(record.document.id)
    kill_while_loading(file, at, graph.settings)
    assert dump() != undisturbed
    graph.load(records)
    assert dump() == undisturbed


def kill_while_loading(file: Path, at: int, settings: Settings) -> None:
    """Load in a process of its own and kill it as soon as it has taken up the record of this number."""
    loader = subprocess.Popen(
        [sys.executable, "-c", LOADER, str(file)], stdout=subprocess.PIPE, text=True, env=environment(settings)
    )
    assert loader.stdout
    for line in loader.stdout:
        if int(line) == at:
            loader.send_signal(signal.SIGKILL)
    assert loader.wait() == -signal.SIGKILL


def environment(settings: Settings) -> dict[str, str]:
    password = settings.neo4j_password
    own = {
        "CASUS_DATA_DIR": str(settings.data_dir),
        "CASUS_NEO4J_URI": settings.neo4j_uri or "",
        "CASUS_NEO4J_PASSWORD": password.get_secret_value() if password else "",
    }
    return {**os.environ, **{name: value for name, value in own.items() if value}}
