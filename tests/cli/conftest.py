"""The command line, in this process and in one of its own."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from casus.cli import app
from casus.records import Claim, Dates, Document, Entity, Incident, Record
from casus.settings import Settings

Casus = Callable[..., Result]

TEXT = "Iran arms the Brigade. American jets bombed the Brigade on Sunday."


@pytest.fixture(autouse=True)
def of_no_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """See to it that no setting of whoever runs the tests is found."""
    for name in [name for name in os.environ if name.startswith("CASUS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CASUS_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def casus() -> Iterator[Casus]:
    """Run a command in this process: `casus("extract", path, input="…")`."""

    def run(*arguments: object, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=input)

    yield run
    logging.getLogger().handlers.clear()  # they write to a stream of a run that is over


@pytest.fixture
def start() -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """Start a command as a process of its own, with pipes to all its streams; it is ended after the test."""
    started: list[subprocess.Popen[bytes]] = []

    def run(*arguments: object, **options: Any) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "casus", *map(str, arguments)]
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        started.append(subprocess.Popen(command, **{**pipes, **options}))
        return started[-1]

    yield run
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def with_graph(graph_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands find the tests' graph, which is empty."""
    if graph_settings.neo4j_uri is None:
        monkeypatch.setenv("CASUS_DATA_DIR", str(graph_settings.data_dir))
    else:
        monkeypatch.setenv("CASUS_NEO4J_URI", graph_settings.neo4j_uri)
        password = graph_settings.neo4j_password
        monkeypatch.setenv("CASUS_NEO4J_PASSWORD", password.get_secret_value() if password else "")


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A file with the record of one document: Iran arms a brigade, which the United States then bombs."""
    path = tmp_path / "records.jsonl"
    path.write_text(_bombing().line + "\n")
    return path


def _bombing() -> Record:
    arming, bombing = (0, 22), (23, len(TEXT))
    return Record(
        document=Document(id="d1", text=TEXT, source="Sample Wire"),
        entities=[
            Entity.model_validate({"id": "state/IRN", "type": "State", "name": "Iran", "mentions": [(0, 4)]}),
            Entity.model_validate(
                {"id": "state/USA", "type": "State", "name": "United States", "mentions": [(23, 31)]}
            ),
            Entity.model_validate(
                {"id": "org/brigade", "type": "ArmedGroup", "name": "Brigade", "mentions": [(14, 21)]}
            ),
        ],
        incidents=[
            Incident.model_validate(
                {"id": "d1/i1", "type": "ASSAULT", "status": "occurred", "mentions": [(37, 43)]}
                | {"date": Dates.model_validate({"earliest": "2019-12-29", "latest": "2019-12-29"})}
            )
        ],
        claims=[
            _claim("c1", "org/brigade", "backed-by", "state/IRN", arming),
            _claim("c2", "d1/i1", "target", "org/brigade", bombing),
            _claim("c3", "d1/i1", "perpetrator", "state/USA", bombing),
        ],
    )


def _claim(id: str, subject: str, predicate: str, object: str, sentence: tuple[int, int]) -> Claim:
    return Claim.model_validate(
        {"id": id, "subject": subject, "predicate": predicate, "object": object, "confidence": 0.9}
        | {"evidence": [sentence]}
    )
