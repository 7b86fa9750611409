"""Triples as bytes, in one order: the same triples give the same file, byte for byte."""

import json
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from rdflib import RDF, Graph

from casus.errors import CannotWrite
from casus.rdf.map import Triple
from casus.rdf.turtle import turtle
from casus.resources import folder


class Format(StrEnum):
    """What an export can be written as."""

    TURTLE = "turtle"
    JSON_LD = "json-ld"

    @property
    def media_type(self) -> str:
        """The media type, as HTTP names it."""
        return {Format.TURTLE: "text/turtle", Format.JSON_LD: "application/ld+json"}[self]

    @property
    def ending(self) -> str:
        """The usual ending of a file's name, with its dot."""
        return {Format.TURTLE: ".ttl", Format.JSON_LD: ".jsonld"}[self]


def write(triples: Iterable[Triple], target: Path | BinaryIO, format: Format) -> None:
    """Write triples to a file or an open binary stream.

    All are gathered in memory first, about 1 kB each. A file stands under its name once it is whole, or not at all.
    Raises CannotWrite.
    """
    ordered = sorted(set(triples), key=_order)
    with _whole(target) if isinstance(target, Path) else nullcontext(target) as stream, _writing(target):
        for piece in turtle(ordered) if format is Format.TURTLE else _json_ld(ordered):
            stream.write(piece.encode())
        stream.flush()


def _order(triple: Triple) -> tuple[str, ...]:
    """Sort by subject, its types before all else, so that a reader meets what a thing is first."""
    subject, predicate, object_ = triple
    return subject, "" if predicate == RDF.type else predicate, object_.n3()


def _json_ld(ordered: Iterable[Triple]) -> Iterator[str]:
    graph = Graph(bind_namespaces="none")
    for triple in ordered:
        graph.add(triple)
    yield _json(_in_order(json.loads(graph.serialize(format="json-ld", context=_context()))))


def _in_order(value: Any) -> Any:
    """Return JSON with its lists sorted: rdflib's order changes from process to process, and means nothing here."""
    if isinstance(value, dict):
        return {key: _in_order(inner) for key, inner in value.items()}
    return sorted((_in_order(inner) for inner in value), key=_json) if isinstance(value, list) else value


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False)


@cache
def _context() -> Any:
    return json.loads((folder("ontology") / "context.jsonld").read_text("utf-8"))["@context"]


@contextmanager
def _whole(target: Path) -> Iterator[BinaryIO]:
    """Open a file beside the target that takes its name when the block ends well, and is removed when not."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    with _writing(target):
        try:
            with part.open("xb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _writing(target: Path | BinaryIO) -> Iterator[None]:
    what = target if isinstance(target, Path) else "the export"
    try:
        yield
    except OSError as error:
        raise CannotWrite(f"cannot write {what}: {error.strerror or error}; make room or name another place") from error
