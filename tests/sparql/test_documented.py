"""Every question in docs/sparql.md has an answer in a graph of two stories and a row."""

import csv
import re
from pathlib import Path

import neo4j
import pytest
from tests.conftest import WIPE
from tests.datasets.test_side_by_side import ESD
from tests.stories import rockets, strikes

from casus.datasets import Importing
from casus.errors import NotFound
from casus.graph import Graph
from casus.knowledge import Knowledge
from casus.settings import Settings
from casus.sparql import snapshot
from casus.sparql.asking import Answered, ask

PAGE = (Path(__file__).parents[2] / "docs" / "sparql.md").read_text("utf-8")
PREFIXES = "\n".join(re.findall(r"^    (PREFIX .*)$", PAGE, re.MULTILINE))
QUESTIONS = dict(re.findall(r"^## (\d+)\. .*?\n```sparql\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL))
ROWS = {"1": 2, "2": 4, "3": 1, "4": 4, "5": 1, "6": 4, "7": 1, "8": 1, "9": 2, "10": 8}


@pytest.fixture(scope="module")
def settings(
    server_settings: Settings, session_driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory
) -> Settings:
    session_driver.execute_query(WIPE, database_="neo4j")
    folder = tmp_path_factory.mktemp("snapshots")
    rows = folder / "esd.csv"
    rows.write_text(ESD.format('"Government of Iran, Government of Syria"'))
    settings = server_settings.model_copy(update={"snapshot_dir": folder / "taken"})
    with Graph.open(server_settings) as graph:
        graph.load([rockets(), strikes()])
        graph.load(Importing.of("ucdp-esd", Knowledge.load()).records(rows, lambda error: None))
        snapshot.take(Graph(graph.driver, settings))
    return settings


def test_there_are_ten() -> None:
    assert list(QUESTIONS) == list(ROWS)


@pytest.mark.parametrize("number", ROWS)
def test_a_question_of_the_documentation_is_answered(settings: Settings, number: str) -> None:
    answer = ask(snapshot.latest(settings), PREFIXES + "\n" + QUESTIONS[number], Answered.CSV, seconds=60)
    header, *rows = csv.reader(answer.decode().splitlines())
    assert header
    assert len(rows) == ROWS[number], rows


def test_a_snapshot_replaces_the_one_before(settings: Settings, session_driver: neo4j.Driver) -> None:
    before = snapshot.latest(settings)
    after = snapshot.take(Graph(session_driver, settings))
    assert (before.exists(), snapshot.latest(settings)) == (False, after)


def test_where_there_is_none_it_is_said_how_to_take_one(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="casus snapshot"):
        snapshot.latest(settings.model_copy(update={"snapshot_dir": tmp_path}))
