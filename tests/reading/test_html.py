"""Web pages."""

from datetime import date
from pathlib import Path

import pytest

from casus.errors import Unreadable
from casus.reading import read

PAGE = """<!DOCTYPE html>
<html><head>
  <meta charset="{encoding}">
  <title>Rockets hit a base near Kirkuk | Sample Wire</title>
  <meta property="og:title" content="Rockets hit a base near Kirkuk">
  <meta property="og:site_name" content="Sample Wire">
  <meta property="article:published_time" content="2019-12-28T08:00:00Z">
</head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
  <article><h1>Rockets hit a base near Kirkuk</h1>
    <p>More than thirty rockets struck the K1 base on Friday evening, and a contractor from the United States died.</p>
    <p>The café owner Amélie Durand, whose shop stands beside the gate, told reporters that the windows had burst.</p>
    <p>Officials in Washington named the group Kata'ib Hezbollah; the group gave no answer.</p>
  </article>
  <footer>All rights reserved. Subscribe to our newsletter.</footer>
</body></html>
"""


def test_a_page_gives_its_article_with_title_date_and_publisher(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(encoding="utf-8"))
    (document,) = read([page])
    assert (document.id, document.title, document.published, document.source) == (
        "page",
        "Rockets hit a base near Kirkuk",
        date(2019, 12, 28),
        "Sample Wire",
    )
    assert "More than thirty rockets struck the K1 base" in document.text
    assert "newsletter" not in document.text


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1"])
def test_a_page_is_decoded_as_it_declares(tmp_path: Path, encoding: str) -> None:
    page = tmp_path / "page.htm"
    page.write_bytes(PAGE.format(encoding=encoding).encode(encoding))
    assert "café owner Amélie Durand" in next(read([page])).text


@pytest.mark.parametrize("content", ["", "<html><body></body></html>"])
def test_a_page_without_an_article_is_unreadable(tmp_path: Path, content: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(content)
    with pytest.raises(Unreadable, match=r"page\.html: no article"):
        list(read([page]))
