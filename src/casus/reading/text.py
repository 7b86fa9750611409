"""Plain text, with or without a small header.

Two headers are known. Lines `title:`, `date:`, `source:` and `url:`, in any order and ended by a blank line:

    title: Rockets hit a base near Kirkuk
    date: 2019-12-28

    A barrage of rockets …

and `date 2019-12-31` before the first word. The document's text begins after the header.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from casus.errors import BadInput, Unreadable
from casus.reading.decoding import decode, mend
from casus.reading.origin import Origin, day
from casus.records import Document

HEADER = re.compile(r"\s*(?P<lines>(?:(?:title|date|source|url)[ \t]*:.*\n)+)[ \t]*(?:\n|\Z)", re.IGNORECASE)
DATED = re.compile(r"\s*date[ \t]+(?P<date>\d{4}-\d\d-\d\d)\s+", re.IGNORECASE)


def plain_text(stream: BinaryIO, origin: Origin) -> Iterator[Document]:
    """Read one text. Raises BadInput for a wrong date, Unreadable for a text without a word."""
    content = mend(decode(stream.read()))
    fields, start = _header(content)
    text = content[start:].strip()
    if not text:
        raise Unreadable("there is no text in it")
    yield Document(
        id=origin.id_of(text),
        text=text,
        title=fields.get("title"),
        published=_published(content, fields),
        url=fields.get("url"),
        source=fields.get("source"),
    )


def _header(content: str) -> tuple[dict[str, str], int]:
    """Return the header's fields and where the text begins."""
    if match := HEADER.match(content):
        pairs = (line.partition(":") for line in match["lines"].splitlines())
        return {key.strip().lower(): value.strip() for key, _, value in pairs if value.strip()}, match.end()
    if match := DATED.match(content):
        return {"date": match["date"]}, match.end()
    return {}, 0


def _published(content: str, fields: dict[str, str]) -> date | None:
    if "date" not in fields:
        return None
    try:
        return day(fields["date"])
    except ValueError as error:
        raise BadInput(f"line {_line_of_date(content)}: date: {error}") from None


def _line_of_date(content: str) -> int:
    found = re.search(r"^\s*date\b", content, re.IGNORECASE | re.MULTILINE)
    return content.count("\n", 0, found.end()) + 1 if found else 1
