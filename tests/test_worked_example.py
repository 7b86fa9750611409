"""The commands of docs/who-backs-whom-in-syria.md run as they stand there, and give the table that it shows."""

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import neo4j
import pytest
from tests.conftest import WIPE

from casus.settings import Settings

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "who-backs-whom-in-syria.md").read_text("utf-8")
COMMANDS = re.findall(r"^    ((?:casus|python) .*)$", PAGE, re.MULTILINE)
TABLE = [tuple(row.strip("| ").split(" | ")) for row in re.findall(r"^\| (?!Backed).*\|$", PAGE, re.MULTILINE)]
SHOW = "from examples.syria.picture import edges; [print(*edge, sep='\\t') for edge in edges()]"


@pytest.fixture
def environment(server_settings: Settings, session_driver: neo4j.Driver, tmp_path: Path) -> dict[str, str]:
    """An environment in which `casus` is this one, over the tests' graph, with nothing in it."""
    session_driver.execute_query(WIPE, database_="neo4j")
    own = {name: value for name, value in os.environ.items() if not name.startswith("CASUS_")}
    own["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), own["PATH"]])
    own["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    own["CASUS_SNAPSHOT_DIR"] = str(tmp_path / "snapshots")
    own["CASUS_DATA_DIR"] = str(server_settings.data_dir)
    if server_settings.neo4j_uri and server_settings.neo4j_password:
        own["CASUS_NEO4J_URI"] = server_settings.neo4j_uri
        own["CASUS_NEO4J_PASSWORD"] = server_settings.neo4j_password.get_secret_value()
    return own


def test_the_worked_example_runs_from_import_to_picture(environment: dict[str, str], tmp_path: Path) -> None:
    for command in COMMANDS:
        here = command.replace("syria.svg", str(tmp_path / "syria.svg")).replace("syria.trig", str(tmp_path / "s.trig"))
        done = subprocess.run(here, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    show = [sys.executable, "-c", SHOW]
    shown = subprocess.run(show, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert [tuple(line.split("\t")) for line in shown.stdout.splitlines()] == TABLE
    drawn = (tmp_path / "syria.svg").read_text()
    assert {name for row in TABLE for name in row[:2]} <= set(map(unescape, re.findall(r">([^<]*)</text>", drawn)))
    assert (drawn.count('stroke-width="4"'), drawn.count("#999")) == (
        sum(row[2] != "0" and row[3] != "0" for row in TABLE),
        sum(row[4] != "0" for row in TABLE),
    )
