"""An ingest that was stopped goes on where it was, and ends in the same graph."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from tests.graph.conftest import Dump, dump, everything, graph
from tests.graph.test_killed import environment

from casus import ingesting, pipeline
from casus.graph import Graph, queries
from casus.graph.embedded import server
from casus.reading import read
from casus.records import Document, Record
from casus.settings import Settings

__all__ = ["dump", "graph"]  # the fixtures of the graph's tests

TEXTS = {
    "one": "Rockets fired by Kata'ib Hezbollah hit a base near Kirkuk on 27 December 2019. Iran arms the group.",
    "two": "American jets bombed Kata'ib Hezbollah in Iraq on 29 December 2019, killing 25 fighters.",
    "three": "The air strikes of 29 December 2019 on Kata'ib Hezbollah in Iraq killed 25, the United States said.",
    "four": "Fighters of JNIM ambushed a Malian army convoy near Hombori on 9 March 2023, killing nine soldiers.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a few short texts."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def model() -> pipeline.Pipeline:
    """The model, loaded once."""
    return pipeline.Pipeline(Settings(_env_file=None))


class Reader:
    """Extraction that notes what it is given."""

    def __init__(self, model: pipeline.Pipeline) -> None:
        self.model = model
        self.given: list[str] = []

    def __call__(self, documents: Iterable[Document]) -> Iterator[Record]:
        return self.model.extract(map(self._noted, documents))

    def _noted(self, document: Document) -> Document:
        self.given.append(document.id)
        return document


def ingest(graph: Graph, folder: Path, reader: Reader) -> tuple[int, int, int]:
    loaded = ingesting.ingest(read([folder]), graph, reader, lambda _: None)
    return loaded.new, loaded.replaced, loaded.unchanged


def test_what_was_ingested_is_passed_over_before_extraction(
    graph: Graph, dump: Callable[[], Dump], folder: Path, model: pipeline.Pipeline
) -> None:
    assert ingest(graph, folder, Reader(model)) == (4, 0, 0)
    before = dump()
    reader = Reader(model)
    assert ingest(graph, folder, reader) == (0, 0, 4)
    assert (reader.given, dump()) == ([], before)


def test_only_a_text_that_changed_is_read_again(graph: Graph, folder: Path, model: pipeline.Pipeline) -> None:
    ingest(graph, folder, Reader(model))
    (folder / "four.txt").write_text("Nothing happened near Hombori.", "utf-8")
    reader = Reader(model)
    assert ingest(graph, folder, reader) == (0, 1, 3)
    assert reader.given == ["four"]


def test_what_was_read_with_other_knowledge_is_read_again(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, knowledge_dir=tmp_path)
    before = ingesting.reader_of(settings)
    (tmp_path / "groups.tsv").write_text("id\tname\n", "utf-8")
    assert ingesting.reader_of(settings) != before


def test_an_ingest_that_is_killed_and_run_again_ends_in_the_same_graph(
    graph: Graph, dump: Callable[[], Dump], folder: Path, model: pipeline.Pipeline
) -> None:
    ingest(graph, folder, Reader(model))
    undisturbed = dump()
    for name in TEXTS:
        graph.retract(name)
    kill_once_something_is_loaded(folder, graph)
    there = len(list(graph.each(queries.documents)))
    assert 0 < there < len(TEXTS)
    reader = Reader(model)
    assert ingest(graph, folder, reader) == (len(TEXTS) - there, 0, there)
    assert dump() == undisturbed
    assert len(reader.given) == len(TEXTS) - there


def test_two_ingests_at_once_end_in_the_same_graph(
    graph: Graph, dump: Callable[[], Dump], folder: Path, model: pipeline.Pipeline
) -> None:
    ingest(graph, folder, Reader(model))
    undisturbed = dump()
    for name in TEXTS:
        graph.retract(name)
    running = [start(folder, graph.settings) for _ in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert dump() == undisturbed


def test_a_server_that_is_away_ends_it_with_one_line(folder: Path) -> None:
    away = {**os.environ, "CASUS_NEO4J_URI": "bolt://127.0.0.1:1"}
    command = [sys.executable, "-m", "casus", "ingest", str(folder)]
    ended = subprocess.run(command, env=away, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (69, "", 1)
    assert ended.stderr.startswith("casus: the Neo4j at bolt://127.0.0.1:1 is away")


def test_an_ingest_whose_server_is_killed_goes_on_with_another_and_ends_in_the_same_graph(
    graph: Graph, own_server: Settings, folder: Path, model: pipeline.Pipeline
) -> None:
    ingest(graph, folder, Reader(model))
    process = start(folder, own_server, stderr=subprocess.PIPE)
    kill_server_once_something_is_loaded(own_server)
    said = process.communicate()[1].splitlines()
    assert process.returncode == 69
    assert said[-1].startswith(f"casus: the embedded Neo4j in {own_server.data_dir} is away"), said
    assert not [line for line in said if "Traceback" in line]
    with Graph.open(own_server) as after:
        there = len(list(after.each(queries.documents)))
        assert 0 < there < len(TEXTS)
        assert ingest(after, folder, Reader(model)) == (len(TEXTS) - there, 0, there)
        assert everything(after) == everything(graph)


def test_a_disk_without_room_ends_it_with_one_line(folder: Path, full_disk: Path) -> None:
    full = {**os.environ, "CASUS_NEO4J_URI": "", "CASUS_DATA_DIR": str(full_disk)}
    command = [sys.executable, "-m", "casus", "ingest", str(folder)]
    ended = subprocess.run(command, env=full, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (73, "", 1)
    assert ended.stderr.startswith("casus: Neo4j is not started: only 0 MB are free on the disk of")


@pytest.fixture
def own_server(tmp_path: Path, server_settings: Settings) -> Iterator[Settings]:
    """Settings that lead to an embedded Neo4j of this test's own."""
    if server_settings.neo4j_uri:
        pytest.skip("this is about the embedded Neo4j; the tests run on another")
    settings = server_settings.model_copy(update={"data_dir": tmp_path / "own"})
    yield settings
    server.stop(settings)


def start(folder: Path, settings: Settings, **options: Any) -> "subprocess.Popen[str]":
    """Ingest in a process of its own, a document in a transaction."""
    command = [sys.executable, "-m", "casus", "ingest", str(folder)]
    own = {**environment(settings), "CASUS_LOAD_BATCH": "1", "CASUS_SERVER_START": "300"}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, text=True, env=own, **options)


def kill_once_something_is_loaded(folder: Path, graph: Graph) -> None:
    """Ingest in a process of its own and kill it when the first document is there; the next is then on its way."""
    process = start(folder, graph.settings)
    while not graph.ask(queries.documents()).items and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()


def kill_server_once_something_is_loaded(settings: Settings) -> None:
    """Kill the server of an ingest when the first document is there; the next is then on its way."""
    with Graph.open(settings) as graph:
        while not graph.ask(queries.documents()).items:
            time.sleep(0.01)
        _, note = server.state(settings)
        assert note
        process = psutil.Process(note.pid)
        process.kill()
        process.wait(10)
