"""Logs go to standard error, as JSON where no terminal reads them, and without what is secret."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from casus import logs


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    yield
    structlog.reset_defaults()
    root.setLevel(level)
    root.handlers[:] = handlers


def test_a_line_is_json_where_no_terminal_reads_it(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info")
    structlog.get_logger("casus").info("loaded", documents=3)
    out, err = capsys.readouterr()
    assert out == ""
    line = json.loads(err)
    assert (line["event"], line["documents"], line["level"]) == ("loaded", 3, "info")


def test_what_other_libraries_log_has_the_same_form(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("warning", json=True)
    logging.getLogger("some.library").warning("a %s went away", "server")
    assert json.loads(capsys.readouterr().err)["event"] == "a server went away"


def test_what_is_below_the_level_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("error")
    structlog.get_logger("casus").warning("nothing of note")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("as_json", [True, False])
def test_a_traceback_shows_no_variables(capsys: pytest.CaptureFixture[str], as_json: bool) -> None:
    logs.configure("error", json=as_json)

    def fail(password: str) -> None:
        raise RuntimeError(len(password))

    try:
        fail("pass" + "word-of-a-user")
    except RuntimeError:
        structlog.get_logger("casus").exception("failed")
    err = capsys.readouterr().err
    assert "RuntimeError: 18" in err
    assert "password-of-a-user" not in err
