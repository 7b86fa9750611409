"""Plain text: headers, dates, encodings."""

from datetime import date
from pathlib import Path

import pytest

from casus.errors import BadInput, Unreadable
from casus.reading import read
from casus.records import Document


def only(path: Path) -> Document:
    """Read the one document of a file."""
    (document,) = read([path])
    return document


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return tmp_path / "article.txt"


def test_a_header_gives_title_date_source_and_url_and_is_no_part_of_the_text(article: Path) -> None:
    article.write_text(
        "Title: Rockets hit a base\ndate: 2019-12-28\nsource: Sample Wire\nurl: https://a.org/1\n\nRockets fell.\n"
    )
    assert only(article) == Document(
        id="article",
        text="Rockets fell.",
        title="Rockets hit a base",
        published=date(2019, 12, 28),
        url="https://a.org/1",
        source="Sample Wire",
    )


def test_lines_that_look_like_a_header_but_end_in_no_blank_line_are_text(article: Path) -> None:
    article.write_text("Source: our own reporters.\nRockets fell.")
    assert only(article).text == "Source: our own reporters.\nRockets fell."


def test_a_text_that_begins_with_date_is_dated_by_it_and_starts_after_it(article: Path) -> None:
    article.write_text(" date 2019-12-31 Hundreds marched.\n\nThey shouted.")
    document = only(article)
    assert (document.published, document.text) == (date(2019, 12, 31), "Hundreds marched.\n\nThey shouted.")


def test_a_time_in_the_header_counts_by_its_day(article: Path) -> None:
    article.write_text("date: 2019-12-28T23:30:00+03:00\n\nRockets fell.")
    assert only(article).published == date(2019, 12, 28)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("title: Rockets\ndate: 2019-13-28\n\nRockets fell.", 2),
        ("\n\ndate: yesterday\n\nRockets fell.", 3),
        ("date 2019-02-30 Rockets fell.", 1),
    ],
)
def test_a_wrong_date_is_named_with_its_line(article: Path, content: str, line: int) -> None:
    article.write_text(content)
    with pytest.raises(BadInput, match=rf"article\.txt: line {line}: date: '.*' is not a date such as 2019-12-31"):
        only(article)


@pytest.mark.parametrize("content", ["", " \n\t\n", "title: Nothing else\n\n"])
def test_a_file_without_text_is_unreadable(article: Path, content: str) -> None:
    article.write_text(content)
    with pytest.raises(Unreadable, match=r"article\.txt: there is no text in it"):
        only(article)


FRENCH = "L’attaque a visé la base près de Kirkouk, où un civil américain a été tué. " * 3
RUSSIAN = "Ракеты упали на базу близ Киркука, погиб американский подрядчик. " * 3
CHINESE = "美国空袭伊拉克民兵组织，二十五人死亡。" * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (CHINESE, "gb18030"),
    ],
)
def test_text_is_read_in_the_encodings_that_news_is_found_in(article: Path, text: str, encoding: str) -> None:
    article.write_bytes(text.encode(encoding))
    assert only(article).text == text.strip()


def test_mojibake_is_mended_and_curly_quotes_stay(article: Path) -> None:
    article.write_text("The cityâ€™s mayor said: “Leave.”")
    assert only(article).text == "The city’s mayor said: “Leave.”"


def test_line_ends_of_other_systems_become_line_feeds(article: Path) -> None:
    article.write_bytes(b"title: Rockets\r\n\r\nOne.\r\nTwo.\rThree.")
    assert only(article).text == "One.\nTwo.\nThree."


def test_five_megabytes_are_one_document(article: Path) -> None:
    article.write_text("The army said it had struck a base near the town. " * 100_000)
    assert len(only(article).text) == 4_999_999


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", bytes(range(256)) * 8])
def test_a_binary_file_is_unreadable(article: Path, data: bytes) -> None:
    article.write_bytes(data)
    with pytest.raises(Unreadable, match="binary"):
        only(article)
