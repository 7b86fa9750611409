"""What each source is (a file, a folder, standard input), which format reads it, and what becomes of those left out."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NoReturn, TypeVar

from pydantic import ValidationError

from casus.errors import BadInput, CasusError, Unreadable
from casus.reading.decoding import marked, peek
from casus.reading.html import web_page
from casus.reading.json_lines import json_lines, record_lines
from casus.reading.origin import Origin
from casus.reading.text import plain_text
from casus.records import Document, Record, explain

T = TypeVar("T")
Source = str | Path
LeftOut = Callable[[CasusError], object]
Format = Callable[[BinaryIO, Origin], Iterator[T | CasusError]]
"""What reads a format: yields what it finds, and an error in place of what it cannot read.

It raises what makes the whole source unreadable; this module puts the source's name before that message.
"""

JSON_LINES = (".jsonl", ".ndjson")
FORMATS: dict[str, Format[Document]] = {
    **dict.fromkeys(JSON_LINES, json_lines),
    **dict.fromkeys((".html", ".htm", ".xhtml"), web_page),
    **dict.fromkeys((".txt", ".text", ".md"), plain_text),
}
"""The format a file's suffix names; of any other file or stream its first bytes tell."""

MARKUP = ("<!doctype html", "<html", "<?xml")


def _raise(error: CasusError) -> NoReturn:
    raise error


def read(sources: Iterable[Source], left_out: LeftOut = _raise, *, stdin: BinaryIO | None = None) -> Iterator[Document]:
    """Read the documents of files, of folders (every file in them, by name) and of `-`, standard input.

    What cannot be read goes to `left_out` as an Unreadable or BadInput that names file, line and field, and the rest is
    read all the same; without a `left_out` the first such error is raised. JSON Lines take constant memory.
    """
    return _kept(_found(_told_apart(_origins(sources)), _document_format, stdin), left_out)


def read_records(
    sources: Iterable[Source], left_out: LeftOut = _raise, *, stdin: BinaryIO | None = None
) -> Iterator[Record]:
    """Read the extraction records of JSON Lines, from the same sources and with the same care as `read`."""
    return _kept(_found(_origins(sources), lambda _origin, _stream: record_lines, stdin), left_out)


def read_sent(stream: BinaryIO, name: str) -> Iterator[Document | CasusError]:
    """Read what somebody sent under a file's name, and an error in place of what cannot be read.

    The name chooses the format and makes the document's id; no file is opened by it.
    """
    origin = Origin(Path(name), PurePosixPath(name).with_suffix("").as_posix())
    yield from _from(origin, _document_format, nullcontext(stream))


def _kept(found: Iterable[T | CasusError], left_out: LeftOut) -> Iterator[T]:
    for one in found:
        if isinstance(one, CasusError):
            left_out(one)
        else:
            yield one


def _origins(sources: Iterable[Source]) -> Iterator[Origin | CasusError]:
    for source in sources:
        path = Path(source)
        if str(source) == "-":
            yield Origin()
        elif os.path.isdir(path):  # noqa: PTH112 -- Path.is_dir raises where a folder above may not be searched
            yield from _folder(path)
        else:
            yield Origin(path, None if path.is_fifo() else path.stem)


def _folder(folder: Path) -> Iterator[Origin | CasusError]:
    """Yield the files below a folder in the order of their names, but for hidden ones."""
    problems: list[OSError] = []
    files = 0
    for where, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(where, name) for name in sorted(names) if not name.startswith(".")):
            files += 1
            yield Origin(path, path.relative_to(folder).with_suffix("").as_posix())
    yield from (Unreadable(f"{problem.filename}: {problem.strerror}") for problem in problems)
    if not files and not problems:
        yield Unreadable(f"{folder}: there are no files in this folder")


def _told_apart(origins: Iterable[Origin | CasusError]) -> Iterator[Origin | CasusError]:
    """Refuse a file whose document would get the id of another's, and silently take its place in the graph."""
    names: dict[str, str] = {}
    for origin in origins:
        if isinstance(origin, Origin) and origin.id is not None and _suffix(origin) not in JSON_LINES:
            if other := names.get(origin.id):
                yield BadInput(f"{origin.name}: its id would be {origin.id!r}, as that of {other}; rename one of them")
                continue
            names[origin.id] = origin.name
        yield origin


def _found(
    origins: Iterable[Origin | CasusError], choose: Callable[[Origin, BinaryIO], Format[T]], stdin: BinaryIO | None
) -> Iterator[T | CasusError]:
    for origin in origins:
        if isinstance(origin, CasusError):
            yield origin
        else:
            yield from _from(origin, choose, _opened(origin, stdin))


def _from(
    origin: Origin, choose: Callable[[Origin, BinaryIO], Format[T]], opened: AbstractContextManager[BinaryIO]
) -> Iterator[T | CasusError]:
    try:
        with opened as stream:
            yield from choose(origin, stream)(stream, origin)
    except OSError as error:
        yield Unreadable(f"{origin.name}: {error.strerror or error}")
    except ValidationError as error:
        yield BadInput(f"{origin.name}: {explain(error)}")
    except CasusError as error:
        yield type(error)(f"{origin.name}: {error}")


@contextmanager
def _opened(origin: Origin, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    if origin.path is None:
        yield stdin or sys.stdin.buffer  # not ours to close
        return
    with origin.path.open("rb") as stream:
        yield stream


def _document_format(origin: Origin, stream: BinaryIO) -> Format[Document]:
    return FORMATS.get(_suffix(origin)) or _sniffed(peek(stream))


def _sniffed(data: bytes) -> Format[Document]:
    start = data.decode(marked(data) or "utf-8", "ignore").lstrip()
    if start.startswith(("{", "[")):
        return json_lines
    return web_page if start[:20].lower().startswith(MARKUP) else plain_text


def _suffix(origin: Origin) -> str:
    return origin.path.suffix.lower() if origin.path else ""
