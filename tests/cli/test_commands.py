"""What holds for the command line as a whole, and for the commands that need no graph."""

import platform
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from casus import __version__, rdf
from casus.cli import app

from .conftest import Casus

HEAVY = {"fastapi", "neo4j", "numpy", "onnxruntime", "pydantic", "rdflib", "spacy", "trafilatura"}
PAGE = Path(__file__).parent.parent.parent / "docs" / "commands.md"


def commands(group: typer.Typer, prefix: str = "casus") -> Iterator[str]:
    """Yield every command with its groups: `casus schema show`."""
    for command in group.registered_commands:
        callback = command.callback
        yield f"{prefix} {command.name or (callback and callback.__name__)}"
    for inner in group.registered_groups:
        assert inner.typer_instance
        yield from commands(inner.typer_instance, f"{prefix} {inner.name}" if isinstance(inner.name, str) else prefix)


@pytest.mark.parametrize("command", list(commands(app)))
def test_every_command_is_documented(command: str) -> None:
    assert f"\n### `{command}" in PAGE.read_text("utf-8"), f"docs/commands.md has no section for {command}"


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, casus.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert HEAVY & set(loaded.split()) == set()


def test_the_version_is_said(casus: Casus) -> None:
    assert casus("--version").stdout == f"casus {__version__}\n"


def test_the_formats_of_an_export_are_those_that_rdf_has(casus: Casus) -> None:
    help_text = casus("export", "--help").stdout
    assert all(format in help_text for format in rdf.Format)


def test_check_says_what_there_is(casus: Casus) -> None:
    result = casus("check")
    assert result.exit_code == 0
    assert f"{__version__} on Python {platform.python_version()}" in result.stdout
    assert "embedded, stopped" in result.stdout


def test_check_says_what_is_missing(casus: Casus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CASUS_MODEL_DIR", str(tmp_path))
    result = casus("check")
    assert result.exit_code == 69
    assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith("MISSING")] == ["model"]


def test_check_says_that_a_server_is_away(casus: Casus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASUS_NEO4J_URI", "bolt://127.0.0.1:1")
    result = casus("check")
    assert result.exit_code == 69
    assert "MISSING  neo4j       the Neo4j at bolt://127.0.0.1:1 is away" in result.stdout


def test_a_graph_that_is_away_is_named_with_the_way_to_start_one(casus: Casus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASUS_NEO4J_URI", "bolt://127.0.0.1:1")
    result = casus("paths", "IRN", "USA")
    assert result.exit_code == 69
    assert result.stderr.startswith("casus: the Neo4j at bolt://127.0.0.1:1 is away")
    assert "docker compose up -d neo4j" in result.stderr


def test_a_taken_port_is_told_in_one_line(casus: Casus) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = casus("serve", "--port", port)
    assert result.exit_code == 69
    assert result.stderr == (
        f"casus: cannot listen on 127.0.0.1, port {port}: Address already in use; name another with --port or --host\n"
    )
