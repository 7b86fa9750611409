"""The documentation: the site builds without a warning, and what README tells people to make can be made."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
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
