"""Triples as bytes, in the order they come: memory stays the same however many there are."""

import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from io import RawIOBase
from pathlib import Path
from typing import Any, BinaryIO, cast

from pyoxigraph import Quad, Triple, parse, serialize

from casus.errors import CannotWrite
from casus.rdf.formats import Format
from casus.rdf.json_ld import json_ld
from casus.rdf.terms import Block
from casus.rdf.vocabulary import PREFIXES


def write(blocks: Iterable[Block], target: Path | BinaryIO, format: Format) -> None:
    """Write triples to a file or an open binary stream.

    A file stands under its name once it is whole, or not at all. Raises CannotWrite, and what the blocks raise.
    """
    with _whole(target) if isinstance(target, Path) else nullcontext(target) as stream, _writing(target):
        if format is Format.JSON_LD:
            for piece in json_ld(blocks):
                stream.write(piece.encode())
        else:
            with _Ordered(stream) as ordered:
                serialize(_statements(blocks, format), cast(BinaryIO, ordered), format.syntax, prefixes=dict(PREFIXES))
        stream.flush()


def as_json_ld(path: Path) -> bytes:
    """Return a file of RDF as JSON-LD."""
    written = serialize(parse(path=path), format=Format.JSON_LD.syntax, prefixes=dict(PREFIXES))
    assert written is not None  # as no stream was given
    return written


def _statements(blocks: Iterable[Block], format: Format) -> Iterator[Triple] | Iterator[Quad]:
    if format.has_graphs:
        return (Quad(*triple, graph) for graph, triples in blocks for triple in triples)
    return (Triple(*triple) for _, triples in blocks for triple in triples)


class _Ordered(RawIOBase):
    """A stream before another that puts the prefixes in order: pyoxigraph's order changes from run to run."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._head: bytes | None = b""

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, piece: Any) -> int:
        """Pass bytes on, once the prefixes before them are complete."""
        if self._head is None:
            self._stream.write(piece)
            return len(piece)
        self._head += bytes(piece)
        if _HEAD.fullmatch(self._head) is None:
            self._pass_on(self._head)
        return len(piece)

    def close(self) -> None:
        """Pass on what was kept."""
        if not self.closed and self._head is not None:
            self._pass_on(self._head)
        super().close()

    def _pass_on(self, head: bytes) -> None:
        self._head = None
        self._stream.write(_RUN.sub(lambda run: b"".join(sorted(_ONE.findall(run[0]))), head, count=1))


_ONE = re.compile(rb'@prefix [^\n]*\n| xmlns:\w+="[^"]*"')
_RUN = re.compile(rb"(?:%s)+" % _ONE.pattern)
_HEAD = re.compile(rb"(?:@prefix [^\n]*\n)*(?:@[^\n]*)?|(?:<\?xml[^>]*>\s*)?(?:<[^>]*)?")
"""What a file can begin with while more prefixes may come."""


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
