"""`casus extract`, and how commands end."""

import json
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Casus

Start = Callable[..., "subprocess.Popen[bytes]"]

LINE = '{"id": "d1", "text": "Rockets fell.", "published": "2019-12-28"}\n'


def ids(output: str) -> list[str]:
    return [json.loads(line)["document"]["id"] for line in output.splitlines()]


def test_records_come_in_the_order_of_their_documents(casus: Casus) -> None:
    lines = "".join(json.dumps({"id": f"d{number}", "text": "Rockets fell."}) + "\n" for number in (3, 1, 2))
    result = casus("extract", input=lines)
    assert (result.exit_code, ids(result.stdout), result.stderr) == (0, ["d3", "d1", "d2"], "")


def test_what_is_left_out_is_named_and_the_exit_status_says_so(casus: Casus, tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text(LINE + "{\n")
    result = casus("extract", tmp_path / "missing.txt", tmp_path / "news.jsonl")
    assert result.exit_code == 1
    assert ids(result.stdout) == ["d1"]
    assert result.stderr.startswith(f"casus: {tmp_path / 'missing.txt'}: No such file or directory\ncasus: ")


@pytest.mark.parametrize(("content", "status"), [(None, 66), ("", 66), ("date 2019-02-30 Rockets fell.", 65)])
def test_where_nothing_can_be_read_the_exit_status_says_why(
    casus: Casus, tmp_path: Path, content: str | None, status: int
) -> None:
    article = tmp_path / "article.txt"
    if content is not None:
        article.write_text(content)
    result = casus("extract", article)
    assert (result.exit_code, result.stdout) == (status, "")


def test_a_reader_that_goes_away_ends_it_quietly(start: Start, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text(LINE * 10_000)
    process = start("extract", news)
    assert process.stdout
    assert ids(process.stdout.readline().decode()) == ["d1"]
    process.stdout.close()
    assert process.wait(60) == 128 + signal.SIGPIPE
    assert process.stderr
    assert process.stderr.read() == b""


def test_ctrl_c_ends_it_quietly(start: Start) -> None:
    process = start("extract")
    assert process.stdin
    assert process.stdout
    process.stdin.write(LINE.encode())
    process.stdin.flush()
    assert ids(process.stdout.readline().decode()) == ["d1"]
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 128 + signal.SIGINT
    assert process.stderr
    assert process.stderr.read() == b""


def test_a_full_disk_is_told_in_one_line(start: Start) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with full.open("wb") as stdout:
        process = start("extract", stdout=stdout)
        _, errors = process.communicate(LINE.encode(), 60)
    assert (process.returncode, errors) == (73, b"casus: cannot write standard output: No space left on device\n")


def test_a_model_that_is_not_there_is_told_in_one_line(
    casus: Casus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CASUS_MODEL_DIR", str(tmp_path))
    result = casus("extract", input=LINE)
    assert result.exit_code == 69
    assert result.stderr.startswith(f"casus: the language model in {tmp_path} lacks ")
    assert result.stderr.count("\n") == 1


def test_a_wrong_setting_is_told_in_one_line(casus: Casus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASUS_QUERY_TIME", "long")
    result = casus("extract", input=LINE)
    assert (result.exit_code, result.stderr[:24]) == (65, "casus: CASUS_QUERY_TIME:")


def test_text_without_an_event_gives_a_record_without_one(casus: Casus) -> None:
    record: dict[str, Any] = json.loads(casus("extract", input="The soup was warm.").stdout)
    assert record["incidents"] == []
