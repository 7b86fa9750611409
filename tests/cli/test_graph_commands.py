"""Commands that fill and ask the graph."""

import json
import signal
import subprocess
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from urllib.request import urlopen

import pytest

from .conftest import Casus

pytestmark = pytest.mark.usefixtures("with_graph")


def test_records_are_loaded_once(casus: Casus, records: Path) -> None:
    first, second = casus("load", records), casus("load", records)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout.startswith("1 documents: 1 new, 0 replaced, 0 unchanged; 3 entities, 1 incidents and 3 claims")
    assert second.stdout.startswith("1 documents: 0 new, 0 replaced, 1 unchanged")


def test_a_malformed_record_is_left_out_and_the_others_are_loaded(casus: Casus, records: Path) -> None:
    records.write_text("{}\n" + records.read_text())
    result = casus("load", records)
    assert result.exit_code == 1
    assert result.stdout.startswith("1 documents: 1 new")
    assert result.stderr.startswith(f"casus: {records}:1: document: Field required")


def test_ingest_extracts_and_loads(casus: Casus) -> None:
    result = casus("ingest", input='{"id": "d1", "text": "Iran arms Kata\'ib Hezbollah."}\n')
    assert (result.exit_code, result.stdout[:21]) == (0, "1 documents: 1 new, 0")


def test_a_path_is_shown_with_the_sentence_behind_every_hop(casus: Casus, records: Path) -> None:
    casus("load", records)
    result = casus("paths", "IRN", "USA")
    assert result.exit_code == 0
    assert result.stdout.startswith("1. Iran → Brigade → “bombed” (2019-12-29) → United States")
    assert result.stdout.count("“Iran arms the Brigade.”") == 1
    assert result.stdout.count("“American jets bombed the Brigade on Sunday.”") == 2


def test_paths_are_given_as_json(casus: Casus, records: Path) -> None:
    casus("load", records)
    (path,) = json.loads(casus("paths", "IRN", "USA", "--json").stdout)["paths"]
    assert [hop["relation"] for hop in path["hops"]] == ["backed-by", "target", "perpetrator"]


def test_that_there_is_no_path_is_said(casus: Casus, records: Path) -> None:
    casus("load", records)
    result = casus("paths", "IRN", "USA", "--as-of", "2000-01-01")
    assert (result.exit_code, result.stdout[:42]) == (0, "No path leads from Iran to United States t")


def test_paths_of_an_unknown_state_are_told_in_one_line(casus: Casus, records: Path) -> None:
    casus("load", records)
    result = casus("paths", "IRN", "XXX")
    assert (result.exit_code, result.stderr.count("\n")) == (66, 1)
    assert "state/XXX" in result.stderr


def test_documents_are_retracted_whatever_else_was_asked(casus: Casus, records: Path) -> None:
    casus("load", records)
    result = casus("retract", "unknown", "d1")
    assert (result.exit_code, result.stderr) == (1, "casus: no document has the id 'unknown'\n")
    assert casus("retract", "d1").exit_code == 66


def test_an_export_is_the_same_to_a_file_and_to_standard_output(casus: Casus, records: Path, tmp_path: Path) -> None:
    casus("load", records)
    target = tmp_path / "graph.trig"
    casus("export", "--output", target)
    assert target.read_bytes() == casus("export").stdout_bytes
    assert b"d1" in target.read_bytes()


def test_an_export_is_valid_and_a_damaged_one_is_not(casus: Casus, records: Path, tmp_path: Path) -> None:
    casus("load", records)
    whole, damaged = tmp_path / "whole.nq", tmp_path / "damaged.nq"
    casus("export", "--output", whole)
    damaged.write_text("".join(line for line in whole.read_text().splitlines(keepends=True) if "#polarity" not in line))
    assert casus("validate", whole).stdout == f"{whole}: valid\n"
    result = casus("validate", damaged)
    assert result.exit_code == 65
    assert result.stdout.count("a claim is asserted or denied") == 3


def test_json_ld_is_json(casus: Casus, records: Path) -> None:
    casus("load", records)
    assert "@graph" in json.loads(casus("export", "--format", "json-ld").stdout)


def test_an_export_that_cannot_be_written_leaves_nothing(casus: Casus, tmp_path: Path) -> None:
    result = casus("export", "--output", tmp_path / "missing" / "graph.ttl")
    assert (result.exit_code, list(tmp_path.glob("**/*.ttl"))) == (73, [])


def test_the_schema_is_shown_as_applied_once_it_is(casus: Casus) -> None:
    casus("schema", "apply")
    assert casus("schema", "apply").stdout == "The graph has them all.\n"
    lines = casus("schema", "show").stdout.splitlines()
    assert lines
    assert all(line.startswith("applied  schema/") for line in lines)


def test_the_api_is_served_until_it_is_interrupted(start: Callable[..., "subprocess.Popen[bytes]"]) -> None:
    process = start("serve", "--port", "0")
    assert process.stderr
    address = process.stderr.readline().decode().split()[3].removesuffix(":")
    with urlopen(f"{address}/healthz", timeout=60) as answer:
        assert answer.status == HTTPStatus.OK
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 128 + signal.SIGINT
    assert process.stderr.read() == b""
