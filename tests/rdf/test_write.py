"""Triples as bytes: the same in every run, whole or not there, and readable by others."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, parse
from rdflib import Dataset, URIRef
from rdflib import Literal as RdflibLiteral

from casus.errors import CannotWrite
from casus.rdf.formats import Format
from casus.rdf.terms import Block, Triple, count, day, decimal
from casus.rdf.vocabulary import CASUS, OA, PREFIXES, PROV, RDFS, TYPE, XSD
from casus.rdf.write import write
from casus.resources import folder

A, B, DOCUMENT = (NamedNode(f"https://example.org/id/{name}") for name in ("org/a%20b", "state/B", "document/d%231"))

BLOCKS: list[tuple[NamedNode | None, list[Triple]]] = [
    (
        None,
        [
            (A, TYPE, CASUS["ArmedGroup"]),
            (A, TYPE, PROV["Agent"]),
            (A, RDFS["label"], Literal('"They" \\ came\nat "night" — «тут» 😀')),
            (A, CASUS["backedBy"], B),
        ],
    ),
    (None, [(B, CASUS["iso3"], Literal("BBB")), (B, CASUS["killedAtLeast"], count(12))]),
    (
        DOCUMENT,
        [
            (DOCUMENT, CASUS["confidence"], decimal(0.25)),
            (DOCUMENT, CASUS["validFrom"], day("2020-02-29")),
            (DOCUMENT, OA["exact"], Literal("x")),
            (DOCUMENT, NamedNode("https://schema.org/url"), Literal("https://a.example/?<b>", datatype=XSD["anyURI"])),
        ],
    ),
]


def blocks() -> Iterator[Block]:
    yield from (Block(graph, triples) for graph, triples in BLOCKS)


def written(form: Format) -> bytes:
    stream = io.BytesIO()
    write(blocks(), stream, form)
    return stream.getvalue()


def expected(form: Format) -> set[Quad]:
    return {Quad(*triple, graph if form.has_graphs else None) for graph, triples in BLOCKS for triple in triples}


@pytest.mark.parametrize("form", Format)
def test_what_is_written_is_read_by_pyoxigraph_as_it_was(form: Format) -> None:
    assert set(parse(written(form), format=form.syntax)) == expected(form)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # within rdflib
@pytest.mark.parametrize("form", Format)
def test_what_is_written_is_read_by_rdflib_as_it_was(form: Format) -> None:
    names = {Format.N_QUADS: "nquads", Format.RDF_XML: "xml"}
    read = Dataset().parse(data=written(form), format=names.get(form, form.value))
    triples = {" ".join(term.n3() for term in quad[:3]) for quad in read.quads()}
    assert triples == {f"{s} {p} {_n3(o)}" for _, about in BLOCKS for s, p, o in about}


def _n3(term: Any) -> str:
    """Return a term as rdflib writes it."""
    if isinstance(term, NamedNode):
        return URIRef(term.value).n3()
    return RdflibLiteral(term.value, datatype=None if term.datatype == XSD["string"] else term.datatype.value).n3()


@pytest.mark.parametrize("form", Format)
def test_another_process_writes_the_same_bytes(form: Format) -> None:
    code = (
        "import sys; from tests.rdf.test_write import blocks, write, Format;"
        "write(blocks(), sys.stdout.buffer, Format(sys.argv[1]))"
    )
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root), *sys.path])
    seeded = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": paths}
    run = subprocess.run([sys.executable, "-c", code, form], env=seeded, capture_output=True, check=True)
    assert run.stdout == written(form)


def test_json_ld_uses_the_words_of_the_context() -> None:
    assert b'"backedBy": "https://example.org/id/state/B"' in written(Format.JSON_LD)


def test_every_prefix_is_used_for_its_namespace_in_the_context_too() -> None:
    text = (folder("ontology") / "context.jsonld").read_text("utf-8")
    assert not [prefix for prefix, namespace in PREFIXES.items() if f'"{prefix}": "{namespace}"' not in text]


def test_memory_does_not_grow_with_what_is_written() -> None:
    """A block is asked for only after those before it were written, but for a little that waits."""
    out = _Counting()

    def many() -> Iterator[Block]:
        for number in range(2000):
            assert out.size >= (number - 200) * 100
            yield Block(None, [(NamedNode(f"https://example.org/{number}"), TYPE, CASUS["Claim"])] * 3)

    write(many(), out, Format.N_QUADS)


class _Counting(io.BytesIO):
    size = 0

    def write(self, piece: Any) -> int:
        self.size += len(piece)
        return len(piece)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write(blocks(), tmp_path / "export.trig", Format.TRIG)
    assert (tmp_path / "export.trig").read_bytes() == written(Format.TRIG)
    assert [path.name for path in tmp_path.iterdir()] == ["export.trig"]


@pytest.mark.parametrize("form", Format)
def test_a_full_disk_leaves_the_export_that_stood_there(full_disk: Path, form: Format) -> None:
    (full_disk / "export").write_bytes(b"# the one before\n")
    several = (Block(graph, triples * 100) for graph, triples in BLOCKS)
    with pytest.raises(CannotWrite, match="No space left"):
        write(several, full_disk / "export", form)
    assert [path.read_bytes() for path in full_disk.iterdir()] == [b"# the one before\n"]


def test_a_full_device_is_named_as_the_reason() -> None:
    with Path("/dev/full").open("wb", buffering=0) as device, pytest.raises(CannotWrite, match="No space left"):
        write(blocks(), device, Format.TURTLE)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"nowhere/export\.ttl: No such file"):
        write(blocks(), tmp_path / "nowhere" / "export.ttl", Format.TURTLE)


@pytest.mark.parametrize("form", Format)
def test_triples_that_fail_half_way_write_nothing(tmp_path: Path, form: Format) -> None:
    def failing() -> Iterator[Block]:
        yield Block(*BLOCKS[0])
        raise CannotWrite("the graph went away")

    with pytest.raises(CannotWrite, match="went away"):
        write(failing(), tmp_path / "export", form)
    assert not list(tmp_path.iterdir())
