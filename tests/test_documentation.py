"""The documentation: the site builds without a warning, and what README and tutorial tell people to type works.

Commands of Casus run in this process, so that what they import is imported once; other lines run in a shell.
"""

import logging
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from casus.cli import app
from casus.settings import Settings

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


PAGES = ["README.md", "docs/tutorial.md"]
ELSEWHERE = ("pip install .", "make ")
"""Lines that other tests run: an installation outside the clone (test_packaging.py), and make, which runs the tests."""
SERVE = "casus serve"


@pytest.fixture
def clone(tmp_path: Path, graph_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of somebody in a clone who has installed Casus, with an empty graph."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for name in [name for name in os.environ if name.startswith("CASUS_")]:
        monkeypatch.delenv(name)
    for name, value in {**_graph(graph_settings), "CASUS_PORT": "0"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    logging.getLogger().handlers.clear()  # they write to a stream of a run that is over


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_code_works(page: str, clone: Path) -> None:
    blocks = BLOCK.findall((ROOT / page).read_text("utf-8"))
    assert {language for language, _ in blocks} - {"mermaid"} == {"sh", "python"}
    for language, text in blocks:
        if language == "python":
            exec(compile(text, page, "exec"), {"__name__": "__main__"})
        elif language == "sh":
            _run(text)


def test_what_is_served_answers(clone: Path) -> None:
    assert all(re.search(f"^{SERVE}", (ROOT / page).read_text("utf-8"), re.MULTILINE) for page in PAGES)
    server = subprocess.Popen([sys.executable, "-m", *SERVE.split()], stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr
        [address] = re.findall(r"http://[\d.]+:\d+", server.stderr.readline())[:1]
        assert any(_answers(f"{address}/healthz") for _ in range(100))
    finally:
        server.terminate()
        server.communicate()


@pytest.mark.parametrize("page", PAGES)
def test_code_stands_in_fenced_blocks(page: str) -> None:
    text = BLOCK.sub("", (ROOT / page).read_text("utf-8"))
    assert not re.search(r"^(?: {4}|\t)\S", text, re.MULTILINE)


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"^make (\w+)", (ROOT / "README.md").read_text("utf-8"), re.M)))
)
def test_what_is_to_be_made_can_be_made(target: str) -> None:
    subprocess.run(["make", "--dry-run", target], cwd=ROOT, check=True, capture_output=True)


def test_the_site_builds_without_a_warning_and_has_the_pages_that_are_generated(site: Path) -> None:
    pages = {path.name for path in (site / "reference").glob("*.html")}
    assert pages == {"cli.html", "rest.html", "ontology.html", "model.html"}


@pytest.mark.parametrize("name", ["index", "reference/rest"])
def test_a_page_of_the_site_loads_nothing_from_elsewhere(name: str, site: Path) -> None:
    page = (site / f"{name}.html").read_text("utf-8")
    loaded = re.findall(r'<(?:script|img)[^>]* src="([^"]+)"|<link[^>]* rel="stylesheet"[^>]* href="([^"]+)"', page)
    assert loaded
    assert not [address for pair in loaded for address in pair if re.match(r"(?:https?:)?//", address)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def _run(text: str) -> None:
    """Run a block's lines in their order: those of Casus, and those of the shell between them together."""
    lines = [line for line in text.splitlines() if not line.startswith((*ELSEWHERE, SERVE))]
    for ours, some in groupby(lines, lambda line: line.startswith("casus ")):
        if ours:
            for line in some:
                _casus(line)
        else:
            subprocess.run(["bash", "-e", "-c", "\n".join(some)], check=True)


def _casus(line: str) -> None:
    """Run a command as a shell would, with its standard output into a file where the line says so."""
    words, _, file = line.partition("#")[0].partition(" > ")
    done = CliRunner().invoke(app, shlex.split(words)[1:])
    assert done.exit_code == 0, f"{line}\n{done.stderr}"
    if file:
        Path(file.strip()).write_bytes(done.stdout_bytes)


def _answers(address: str) -> bool:
    try:
        with urlopen(address) as answer:
            return bool(answer.status == 200)
    except URLError:
        time.sleep(0.1)
        return False


def _graph(settings: Settings) -> dict[str, str]:
    if settings.neo4j_uri is None:
        return {"CASUS_DATA_DIR": str(settings.data_dir)}
    password = settings.neo4j_password
    return {
        "CASUS_NEO4J_URI": settings.neo4j_uri,
        "CASUS_NEO4J_PASSWORD": password.get_secret_value() if password else "",
    }
