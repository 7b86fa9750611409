import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from rdflib import Graph

from casus.errors import CannotWrite
from casus.graph import answers
from casus.rdf.map import Triple, triples
from casus.rdf.names import Names
from casus.rdf.write import Format, write


@pytest.fixture
def facts(story: list[answers.Answer], names: Names) -> list[Triple]:
    return [triple for answer in story for triple in triples(answer, names)]


def written(facts: list[Triple], format: Format) -> bytes:
    stream = io.BytesIO()
    write(facts, stream, format)
    return stream.getvalue()


@pytest.mark.parametrize("format", Format)
def test_the_same_triples_in_any_order_are_the_same_bytes(facts: list[Triple], format: Format) -> None:
    shuffled = Random(1).sample(facts, len(facts))
    assert written(facts, format) == written(shuffled, format)


@pytest.mark.parametrize("format", Format)
def test_another_process_writes_the_same_bytes(facts: list[Triple], format: Format, tmp_path: Path) -> None:
    graph = Graph()
    for triple in facts:
        graph.add(triple)
    graph.serialize(tmp_path / "facts.nt", format="nt", encoding="utf-8")
    code = (
        "import sys, rdflib, casus.rdf.write as w\n"
        "w.write(rdflib.Graph().parse(sys.argv[1]), sys.stdout.buffer, w.Format(sys.argv[2]))"
    )
    seeded = os.environ | {"PYTHONHASHSEED": "7"}
    run = [sys.executable, "-c", code, str(tmp_path / "facts.nt"), format]
    assert subprocess.run(run, env=seeded, capture_output=True, check=True).stdout == written(facts, format)


@pytest.mark.parametrize("format", Format)
def test_what_is_written_reads_back_as_it_was(facts: list[Triple], format: Format) -> None:
    assert set(Graph().parse(io.BytesIO(written(facts, format)), format=format)) == set(facts)


def test_json_ld_uses_the_words_of_the_context(facts: list[Triple]) -> None:
    assert b'"perpetrator": "https://example.org/id/org/river-front"' in written(facts, Format.JSON_LD)


def test_a_file_is_written_whole(facts: list[Triple], tmp_path: Path) -> None:
    write(facts, tmp_path / "export.ttl", Format.TURTLE)
    assert (tmp_path / "export.ttl").read_bytes() == written(facts, Format.TURTLE)
    assert [path.name for path in tmp_path.iterdir()] == ["export.ttl"]


def test_a_full_disk_leaves_nothing_under_the_name(facts: list[Triple], full_disk: Path) -> None:
    with pytest.raises(CannotWrite, match="No space left"):
        write(facts, full_disk / "export.ttl", Format.TURTLE)
    assert not list(full_disk.iterdir())


def test_a_full_disk_leaves_the_export_that_stood_there(facts: list[Triple], full_disk: Path) -> None:
    (full_disk / "export.ttl").write_bytes(b"# the one before\n")
    with pytest.raises(CannotWrite):
        write(facts, full_disk / "export.ttl", Format.TURTLE)
    assert (full_disk / "export.ttl").read_bytes() == b"# the one before\n"


def test_a_full_device_is_named_as_the_reason(facts: list[Triple]) -> None:
    with Path("/dev/full").open("wb", buffering=0) as device, pytest.raises(CannotWrite, match="No space left"):
        write(facts, device, Format.TURTLE)


def test_a_folder_that_is_not_there_is_named(facts: list[Triple], tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"nowhere/export\.ttl: No such file"):
        write(facts, tmp_path / "nowhere" / "export.ttl", Format.TURTLE)


def test_triples_that_fail_half_way_write_nothing(facts: list[Triple], tmp_path: Path) -> None:
    def failing() -> Iterator[Triple]:
        yield facts[0]
        raise CannotWrite("the graph went away")

    with pytest.raises(CannotWrite, match="went away"):
        write(failing(), tmp_path / "export.ttl", Format.TURTLE)
    assert not list(tmp_path.iterdir())
