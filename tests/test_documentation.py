"""The documentation: the site builds without a warning, and what README and tutorial tell people to type works."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from casus.settings import Settings

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELSEWHERE = ("pip install .", "make ")
"""Lines that other tests run: an installation outside the clone (test_packaging.py), and make, which runs the tests."""


@pytest.fixture
def environment(tmp_path: Path, graph_settings: Settings) -> dict[str, str]:
    """The environment of somebody in a clone who has installed Casus, with an empty graph."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, words in (("casus", "-m casus"), ("python", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        program.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CASUS_")}
    return {**kept, **_graph(graph_settings), "PATH": f"{programs}:{kept['PATH']}", "CASUS_PORT": "0"}


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_every_block_of_code_works(page: str, tmp_path: Path, environment: dict[str, str]) -> None:
    blocks = BLOCK.findall((ROOT / page).read_text("utf-8"))
    assert {language for language, _ in blocks} - {"mermaid"} == {"sh", "python"}
    for language, text in blocks:
        if language == "python":
            subprocess.run([sys.executable, "-c", text], cwd=tmp_path, env=environment, check=True)
        elif language == "sh":
            _run(text, tmp_path, environment)


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_no_code_stands_where_it_is_not_run(page: str) -> None:
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


def _run(text: str, folder: Path, environment: dict[str, str]) -> None:
    """Run the lines of a block in one shell; a server is started, asked whether it answers, and ended."""
    lines = [line for line in text.splitlines() if not line.startswith(ELSEWHERE)]
    served = [line for line in lines if line.startswith("casus serve")]
    script = "\n".join(line for line in lines if line not in served)
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{script}\n{done.stderr}"
    for line in served:
        _serve(line, folder, environment)


def _serve(line: str, folder: Path, environment: dict[str, str]) -> None:
    server = subprocess.Popen(
        ["bash", "-c", f"exec {line}"], cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr
        [address] = re.findall(r"http://[\d.]+:\d+", server.stderr.readline())[:1]
        assert any(_answers(f"{address}/healthz") for _ in range(100))
    finally:
        server.terminate()
        server.communicate()


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
