"""A paragraph to its parsed sentences.

Where sentences start is read off the net in windows of a paragraph, the next window from the last start found. What is
then a sentence goes through the net again, alone, as it was trained. A window that is a sentence needs no second run.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from casus.language.entities import Tagging
from casus.language.net import MOST_PIECES, Net, Scores
from casus.language.parses import Parse, parse
from casus.language.weights import Labels, require

Words = Sequence[str]

_WINDOW = 150  # words, as in training; so no sentence is longer
_MARGIN = 1.0  # log-odds that a start must have: best on the development set
_EDGE = 5  # words before an unfinished window's end whose starts are not to be trusted


class Reader:
    """The model in a folder, which takes paragraphs and gives parsed sentences."""

    def __init__(self, folder: Path) -> None:
        self.labels = Labels.read(require(folder))
        self._net = Net(folder)
        self._tagging = Tagging(self.labels.entity)

    def read(self, paragraph: Words) -> Iterator[Parse]:
        """Yield the parses of a paragraph's sentences, in order; together they have the paragraph's words."""
        start = 0
        while start < len(paragraph):
            window = self._window(paragraph, start)
            scores = self._net.scores(window)
            finished = start + len(window) == len(paragraph)
            starts = _starts(scores, finished)
            if not starts:
                yield parse(scores, self._tagging)
                start += len(window)
                continue
            bounds = [0, *starts, len(window)] if finished else [0, *starts]
            for begin, end in pairwise(bounds):
                yield parse(self._net.scores(window[begin:end]), self._tagging)
            start += bounds[-1]

    def _window(self, paragraph: Words, start: int) -> Words:
        """Return the words from a place on that the net takes at once."""
        words = paragraph[start : start + _WINDOW]
        pieces = np.cumsum([self._net.size(word) for word in words])
        return words[: int(np.count_nonzero(pieces <= MOST_PIECES))]


def _starts(scores: Scores, finished: bool) -> list[int]:
    """Return the places, after a window's first word, at which a sentence starts."""
    size = len(scores.starts)
    trusted = size if finished or size <= 2 * _EDGE else size - _EDGE
    places: list[int] = np.flatnonzero(scores.starts[1:trusted] > _MARGIN).tolist()
    return [place + 1 for place in places]
