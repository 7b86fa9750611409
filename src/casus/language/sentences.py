"""A text to its parsed sentences, in one pass.

A window of running text goes through the net once. Where it says that sentences start, the window is cut, and each
sentence is parsed from the scores at hand. Only a paragraph too long for a window is met by a second one, which begins
with the sentence that the first broke off.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from casus.language.deeds import Deeds
from casus.language.entities import Tagging
from casus.language.net import Net, Scores
from casus.language.parses import Parse, parse
from casus.language.pieces import Pieces
from casus.language.weights import PIECES, Labels, require
from casus.language.windows import Text, Windows

_MARGIN = 0.0  # log-odds that a start must have
_EDGE = 5  # words before a broken-off window's end whose starts are not to be trusted


class Reader:
    """The model in a folder, which takes texts and gives parsed sentences."""

    def __init__(self, folder: Path) -> None:
        self.labels = Labels.read(require(folder))
        self._net = Net(folder)
        self._windows = Windows(Pieces(folder / PIECES))
        self._tagging = Tagging(self.labels.entities)
        self._deeds = Deeds.read(folder)

    def read(self, text: Text) -> Iterator[Parse]:
        """Yield the parses of a text's sentences, in order; together they have the text's words."""
        yield from map(self.parsed, self.sentences(text))

    @property
    def deeds(self) -> tuple[str, ...]:
        """What kinds of deeds the parses' numbers stand for."""
        return self._deeds.kinds

    def parsed(self, sentence: Scores) -> Parse:
        """Return the parse of a sentence, from what the net says of its words."""
        return parse(self._net, sentence, self._tagging, self._deeds)

    def sentences(self, text: Text) -> Iterator[Scores]:
        """Yield what the net says of the words of each sentence, in order."""
        start = 0
        while start < len(text):
            end = self._windows.end(text, start)
            scores = self._net.scores(self._windows.window(text, start, end))
            bounds = _bounds(text, start, end, scores)
            for begin, stop in pairwise(bounds):
                yield scores.part(begin, stop)
            start += bounds[-1]


def _bounds(text: Text, start: int, end: int, scores: Scores) -> list[int]:
    """Return where a window's sentences begin and the last whole one ends, counted from its start."""
    begins = np.array(text.opens[start:end])
    if not text.sentences_given:
        begins |= scores.start > _MARGIN
    places: list[int] = (np.flatnonzero(begins[1:]) + 1).tolist()
    if end == len(text) or text.opens[end]:
        return [0, *places, end - start]
    whole = [place for place in places if place < end - start - _EDGE]
    return [0, *(whole or [end - start])]
