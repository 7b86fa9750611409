"""`casus explain`."""

from pathlib import Path

from .conftest import Casus


def test_texts_are_shown_on_one_page(casus: Casus, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rockets fell on Erbil.")
    (tmp_path / "b.txt").write_text("Calm returned to Gao.")
    result = casus("explain", tmp_path / "a.txt", tmp_path / "b.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>")
    assert result.stdout.count("<article>") == 2


def test_what_cannot_be_read_is_named_and_the_rest_is_shown(casus: Casus, tmp_path: Path) -> None:
    result = casus("explain", tmp_path / "missing.txt", "-", input="Rockets fell.")
    assert result.exit_code == 1
    assert "missing.txt" in result.stderr
    assert result.stdout.count("<article>") == 1
