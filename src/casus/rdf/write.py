"""Triples as bytes, in one order: the same triples give the same file, byte for byte."""

import json
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from rdflib import Graph

from casus.errors import CannotWrite
from casus.rdf.map import Triple
from casus.rdf.vocabulary import PREFIXES
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
    graph = _gathered(triples)
    if isinstance(target, Path):
        with _whole(target) as stream:
            _serialise(graph, stream, format)
    else:
        with _writing("the export"):
            _serialise(graph, target, format)
            target.flush()


def _gathered(triples: Iterable[Triple]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in sorted(set(triples), key=_order):
        graph.add(triple)
    return graph


def _order(triple: Triple) -> tuple[str, ...]:
    return tuple(term.n3() for term in triple)


def _serialise(graph: Graph, stream: BinaryIO, format: Format) -> None:
    if format is Format.TURTLE:
        graph.serialize(stream, format="turtle", encoding="utf-8")
    else:
        stream.write(_json(_in_order(json.loads(graph.serialize(format="json-ld", context=_context())))))


def _in_order(value: Any) -> Any:
    """Return JSON with its lists sorted: rdflib's order changes from process to process, and means nothing here."""
    if isinstance(value, dict):
        return {key: _in_order(inner) for key, inner in value.items()}
    return sorted((_in_order(inner) for inner in value), key=_json) if isinstance(value, list) else value


def _json(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False).encode()


@cache
def _context() -> Any:
    return json.loads((folder("ontology") / "context.jsonld").read_text("utf-8"))["@context"]


@contextmanager
def _whole(target: Path) -> Iterator[BinaryIO]:
    """Open a file beside the target that takes its name when the block ends well, and is removed when not."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    with _writing(str(target)):
        try:
            with part.open("xb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _writing(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(f"cannot write {what}: {error.strerror or error}; make room or name another place") from error
