"""The wheel: it carries what it needs, installs outside the clone, and runs the demo there."""

import ast
import os
import subprocess
import sys
import tomllib
import venv
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

from casus.settings import Settings

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this clone."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `casus` of a fresh environment that has the wheel, and borrows only the packages Casus depends on."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    (site,) = folder.glob("lib/python*/site-packages")
    (borrowed,) = {Path(path) for path in sys.path if Path(path, "pydantic").is_dir()}
    site.joinpath("borrowed.pth").write_text(f"{borrowed}\n")  # its own .pth files, and so the clone, are not followed
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", str(wheel)]
    subprocess.run([*pip, "--ignore-installed"], check=True)
    return folder / "bin" / "casus"


@pytest.fixture
def elsewhere(tmp_path: Path, server_settings: Settings) -> tuple[Path, dict[str, str]]:
    """An empty folder, and an environment in which Casus has a graph of its own unless the tests are given one."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("CASUS_", "PYTHON"))}
    if server_settings.neo4j_uri and server_settings.neo4j_password:
        environment["CASUS_NEO4J_URI"] = server_settings.neo4j_uri
        environment["CASUS_NEO4J_PASSWORD"] = server_settings.neo4j_password.get_secret_value()
    return tmp_path, {**environment, "CASUS_DATA_DIR": str(tmp_path / "data")}


@pytest.mark.parametrize("folder", ["ontology", "cypher", "examples"])
def test_the_wheel_carries_the_folders_at_the_top(wheel: Path, folder: str) -> None:
    inside = {name for name in ZipFile(wheel).namelist() if name.startswith(f"casus/_{folder}/")}
    tracked = subprocess.run(["git", "ls-files", folder], cwd=ROOT, check=True, capture_output=True, text=True)
    assert inside >= {f"casus/_{name}" for name in tracked.stdout.split()}


def test_the_installed_wheel_runs_the_demo_and_then_changes_nothing(
    installed: Path, elsewhere: tuple[Path, dict[str, str]]
) -> None:
    folder, environment = elsewhere

    def casus(*arguments: str) -> str:
        run = [str(installed), *arguments]
        return subprocess.run(run, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout

    try:
        assert f"{ROOT}/" not in casus("check")
        first, second = casus("demo"), casus("demo")
        assert "6 reports: 6 new, 0 replaced, 0 unchanged" in first
        assert "1. Iran → " in first
        assert second == first.replace("6 new, 0 replaced, 0 unchanged", "0 new, 0 replaced, 6 unchanged")
    finally:
        casus("server", "stop")


AT_RUN_TIME = ("bulk", "ray")
"""Optional groups that src imports where they are installed."""


def test_every_import_belongs_to_a_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = [project["dependencies"], *(project["optional-dependencies"][group] for group in AT_RUN_TIME)]
    declared = {_plain(requirement.partition("==")[0]) for group in groups for requirement in group}
    of_module = packages_distributions()
    for name in sorted(_imported()):
        # Optional packages need not be installed here; those that src imports are called as their modules are.
        distributions = {_plain(distribution) for distribution in of_module.get(name, [name])}
        assert distributions & declared, f"src imports {name}, which no dependency in pyproject.toml brings"


def test_every_dependency_is_pinned_and_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = {line.lower() for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()}
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        assert requirement.lower() in locked, f"requirements.txt does not lock {requirement}"


def _imported() -> set[str]:
    """Return the top-level packages that src imports, other than the standard library and Casus."""
    names = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"casus"}


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")
