"""JSON Lines: a document, or an extraction record, a line.

A document's line is an object with `id` and `text` and, where known, `title`, `published`, `url` and `source`; other
keys are passed over. Its text is kept exactly as given, since offsets into it may be known elsewhere.
"""

from collections.abc import Iterator
from datetime import date
from io import TextIOWrapper
from typing import Annotated, Any, BinaryIO

from pydantic import BaseModel, BeforeValidator, Field, ValidationError, field_validator

from casus.errors import BadInput, BadRecord, Unreadable
from casus.reading.decoding import marked, peek
from casus.reading.origin import Origin, day
from casus.records import Document, Record, explain, parse


def _text_or_none(value: Any) -> str | None:
    """Pass over what data sets keep under the same key for themselves, such as an object in `source`."""
    return value.strip() or None if isinstance(value, str) else None


Optional = Annotated[str | None, BeforeValidator(_text_or_none)]


class Line(BaseModel):
    """The keys of a document's line that are read."""

    id: Annotated[str, Field(min_length=1, max_length=500, coerce_numbers_to_str=True)]
    text: str
    title: Optional = None
    published: date | None = None
    url: Optional = None
    source: Optional = None

    @field_validator("text")
    @classmethod
    def _says_something(cls, text: str) -> str:
        if not text.strip():
            raise ValueError("there is no text in it")
        return text

    @field_validator("published", mode="before")
    @classmethod
    def _day(cls, value: Any) -> date | None:
        if value is None or value == "":
            return None
        return day(str(value))


def json_lines(stream: BinaryIO, origin: Origin) -> Iterator[Document | BadInput]:
    """Read documents in constant memory; a line that breaks the contract gives a BadInput that names file and line."""
    for number, line in _lines(stream):
        try:
            yield Document(**Line.model_validate_json(line).model_dump())
        except ValidationError as error:
            yield BadInput(f"{origin.name}:{number}: {explain(error)}")


def record_lines(stream: BinaryIO, origin: Origin) -> Iterator[Record | BadRecord]:
    """Read extraction records in constant memory; a wrong line gives a BadRecord that names file, line and field."""
    for number, line in _lines(stream):
        try:
            yield parse(line, f"{origin.name}:{number}")
        except BadRecord as error:
            yield error


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield every line that is not blank, as UTF-8, with its number from 1."""
    lines = enumerate(_utf8(stream), start=1)
    for number, line in lines:
        if (number == 1 and line.strip()[:1] == b"[") or line.strip() == b"{":
            raise Unreadable("JSON, but not JSON Lines: give one object a line (`jq -c` turns one into the other)")
        if line.strip():
            yield number, line


def _utf8(stream: BinaryIO) -> Iterator[bytes]:
    encoding = marked(peek(stream))
    if encoding is None or encoding == "utf-8-sig":
        first = stream.readline()
        yield first.removeprefix(b"\xef\xbb\xbf")
        yield from stream
    else:
        yield from _recoded(TextIOWrapper(stream, encoding, newline="\n"), encoding)


def _recoded(lines: TextIOWrapper, encoding: str) -> Iterator[bytes]:
    try:
        for line in lines:
            yield line.encode()
    except UnicodeError as error:
        raise Unreadable(f"its first bytes say {encoding}, but it is not: {error}") from None
