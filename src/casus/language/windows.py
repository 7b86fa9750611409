"""Running text as the net reads it: windows of paragraphs, as long as it was trained on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from casus.language.pieces import END, START, Pieces, shape

MOST_PIECES = 216  # in a window; training windows are seldom longer


@dataclass(frozen=True)
class Text:
    """The words of a document."""

    words: Sequence[str]
    spaced: Sequence[bool]  # whether white space comes before the word
    opens: Sequence[bool]  # whether the word opens a paragraph, or a sentence where sentences are given
    sentences_given: bool = False

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)


class Window(NamedTuple):
    """Some of a text's words, as the net takes them."""

    pieces: list[int]
    shapes: list[int]  # one a piece
    first: list[int]  # the first piece of each word


class Windows:
    """Lays out windows of a text."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces

    def end(self, text: Text, start: int) -> int:
        """Return where the window from a word on ends: after a paragraph, if one fits, or when it is full."""
        room = MOST_PIECES - 2
        end = 0
        for word in range(start, len(text)):
            if word > start and text.opens[word]:
                end = word
                room -= not text.sentences_given
            room -= len(self._pieces.of(text.words[word]))
            if room < 0:
                return end or word
        return len(text)

    def window(self, text: Text, start: int, end: int) -> Window:
        """Return some words with a separator between paragraphs."""
        pieces, shapes, first = [START], [0], []
        for word in range(start, end):
            if word > start and text.opens[word] and not text.sentences_given:
                pieces.append(END)
                shapes.append(0)
            own = self._pieces.of(text.words[word])
            first.append(len(pieces))
            pieces += own
            shapes += [shape(text.words[word], text.spaced[word])] * len(own)
        return Window([*pieces, END], [*shapes, 0], first)
