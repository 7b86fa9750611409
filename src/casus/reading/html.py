"""Web pages: the article's text without menus and advertisements, with title, date and publisher."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import BinaryIO

import trafilatura
from trafilatura.settings import Document as Article

from casus.errors import Unreadable
from casus.reading.decoding import decode, mend
from casus.reading.origin import Origin, day
from casus.records import Document

DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
LOOK_FOR_DECLARATION = 4096  # bytes


def web_page(stream: BinaryIO, origin: Origin) -> Iterator[Document]:
    """Read one page. Raises Unreadable when no article is found in it."""
    data = stream.read()
    article = trafilatura.bare_extraction(decode(data, _declared(data)), with_metadata=True, include_comments=False)
    text = mend(article.text or "").strip() if isinstance(article, Article) else ""
    if not isinstance(article, Article) or not text:
        raise Unreadable("no article's text was found in this page")
    yield Document(
        id=origin.id_of(text),
        text=text,
        title=article.title,
        published=_published(article.date),
        url=article.url,
        source=article.sitename or article.hostname,
    )


def _declared(data: bytes) -> str | None:
    match = DECLARED.search(data[:LOOK_FOR_DECLARATION])
    return match[1].decode("ascii", "replace") if match else None


def _published(value: str | None) -> date | None:
    with suppress(ValueError):
        return day(value) if value else None
    return None
