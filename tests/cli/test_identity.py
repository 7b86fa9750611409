"""People judge at a terminal which reports are of one event."""

from pathlib import Path

import pytest
from tests.graph.stories import Telling, strikes, strikes_again

from casus.ontology import EntityType
from casus.records import Entity

from .conftest import Casus

pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture
def loaded(with_graph: None, casus: Casus, tmp_path: Path) -> None:
    """Two documents that tell of the same strikes and the same rockets."""
    file = tmp_path / "two.jsonl"
    file.write_text(f"{strikes().line}\n{strikes_again().line}\n", "utf-8")
    casus("load", file)


def verdicts(casus: Casus) -> list[str]:
    return [line.split("\t")[3] for line in casus("identity", "judgements").stdout.splitlines()]


def test_pairs_are_shown_side_by_side_and_judged_with_a_key(casus: Casus) -> None:
    result = casus("identity", "review", "--by", "ana", input="n\nu\n")
    assert "wire/strikes/i1" in result.stdout
    assert "courier/vow/e1" in result.stdout
    assert result.stdout.endswith("2 judged\n")
    assert verdicts(casus) == ["unsure", "different"]


def test_the_last_answer_is_taken_back(casus: Casus) -> None:
    casus("identity", "review", input="n\nb\ny\nq\n")
    assert verdicts(casus) == ["same"]


def test_another_key_asks_again(casus: Casus) -> None:
    result = casus("identity", "review", input="b\nx\nq\n")
    assert "nothing to take back" in result.stdout
    assert "'x' is none of" in result.stdout
    assert verdicts(casus) == []


def test_a_judgement_is_made_and_undone_by_its_id(casus: Casus) -> None:
    made = casus("identity", "judge", "wire/strikes/i1", "courier/vow/e1", "different")
    assert verdicts(casus) == ["different"]
    assert casus("identity", "undo", made.stdout.strip()).exit_code == 0
    assert verdicts(casus) == []


def test_new_names_are_reviewed_and_judged_with_a_key(casus: Casus, tmp_path: Path) -> None:
    told = Telling("gazette/names", "Kataeb Hizbullah met on Monday.")
    name = Entity(id="org/kataeb-hizbullah", type=EntityType.ORGANISATION, name="Kataeb Hizbullah", mentions=[(0, 16)])
    told.entities[name.id] = name
    file = tmp_path / "names.jsonl"
    file.write_text(told.record.line + "\n", "utf-8")
    casus("load", file)
    result = casus("identity", "review", "--names", input="y\n")
    assert "likely one organisation: Kataeb Hizbullah is spelt" in result.stdout
    assert result.stdout.endswith("1 judged\n")
    assert verdicts(casus) == ["same"]


def test_an_unknown_verdict_is_refused(casus: Casus) -> None:
    result = casus("identity", "judge", "wire/strikes/i1", "courier/vow/e1", "maybe")
    assert (result.exit_code, result.stderr[:24]) == (65, "casus: VERDICT: 'maybe' ")
