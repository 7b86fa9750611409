from itertools import pairwise

import pytest

from casus.language.pieces import END, SHAPES, START, UNKNOWN, Pieces, shape
from casus.language.weights import PIECES, SHIPPED
from casus.language.windows import MOST_PIECES, Text, Windows


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(SHIPPED / PIECES)


def text(*paragraphs: list[str]) -> Text:
    words = [word for paragraph in paragraphs for word in paragraph]
    opens = [place == 0 for paragraph in paragraphs for place in range(len(paragraph))]
    return Text(words, [True] * len(words), opens)


def ends(of: Text, pieces: Pieces) -> list[int]:
    found = [0]
    while found[-1] < len(of):
        found.append(Windows(pieces).end(of, found[-1]))
    return found


def test_short_paragraphs_share_a_window_with_a_separator_between_them(pieces: Pieces) -> None:
    window = Windows(pieces).window(text(["Rebels", "fled"], ["Calm"]), 0, 3)
    rebels, fled, calm = (pieces.of(word)[0] for word in ("Rebels", "fled", "Calm"))
    assert window.pieces == [START, rebels, fled, END, calm, END]
    assert window.first == [1, 2, 4]


def test_a_window_ends_after_the_last_paragraph_that_fits(pieces: Pieces) -> None:
    assert ends(text(["a"] * 100, ["a"] * 100, ["a"] * 100), pieces) == [0, 200, 300]


def test_a_paragraph_too_long_fills_windows(pieces: Pieces) -> None:
    assert ends(text(["a"] * 500), pieces) == [0, MOST_PIECES - 2, 2 * (MOST_PIECES - 2), 500]


def test_no_window_is_longer_than_the_net_takes(pieces: Pieces) -> None:
    long = text(["antidisestablishmentarianism"] * 300, ["zq" * 400] * 3, *[["a"]] * 300)
    for start, end in pairwise(ends(long, pieces)):
        assert len(Windows(pieces).window(long, start, end).pieces) <= MOST_PIECES


@pytest.mark.parametrize("word", ["\u200b", "", "zq" * 400, "x" * 10_000, "\u4e2d" * 50])
def test_any_word_has_between_one_and_six_pieces(pieces: Pieces, word: str) -> None:
    assert 1 <= len(pieces.of(word)) <= 6


def test_a_word_that_the_piece_model_drops_is_an_unknown_one(pieces: Pieces) -> None:
    assert pieces.of("\u200b") == (UNKNOWN,)


def test_words_that_the_vocabulary_confuses_differ_in_shape() -> None:
    kinds = ["us", "US", "A", "Mali", "2019", "1,000", "al-Qaeda", ",", "中"]
    shapes = [shape(word, spaced) for word in kinds for spaced in (False, True)]
    assert len(set(shapes)) == 2 * len(kinds)
    assert all(0 < each < SHAPES for each in shapes)
