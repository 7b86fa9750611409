"""Paragraphs to parsed sentences.

Where sentences start is read off the net in windows of a paragraph, the next window from the last start found. What is
then a sentence goes through the net again, alone, as it was trained. A paragraph of one sentence needs no second run.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from casus.language.entities import Tagging
from casus.language.net import MOST_PIECES, Net, Scores
from casus.language.parses import Parse, parse
from casus.language.weights import Labels, require

Words = Sequence[str]

_WINDOW = 150  # words, as in training; so no sentence is longer
_MARGIN = 1.0  # log-odds that a start must have: best on the development set
_BLOCK = 4000  # words that are under way together
_EDGE = 5  # words before an unfinished window's end whose starts are not to be trusted


@dataclass(slots=True)
class _Paragraph:
    """A paragraph on its way: the sentences found so far, and where the next window begins."""

    words: Words
    bounds: list[int] = field(default_factory=lambda: [0])
    parses: dict[int, Parse] = field(default_factory=dict)
    at: int = 0

    def sentence(self, number: int) -> Words:
        return self.words[self.bounds[number] : self.bounds[number + 1]]


class Reader:
    """A model that takes paragraphs and gives parsed sentences."""

    def __init__(self, folder: Path) -> None:
        self.labels = Labels.read(require(folder))
        self._net = Net(folder)
        self._tagging = Tagging(self.labels.entity)

    def read(self, paragraphs: Iterable[Words]) -> Iterator[list[Parse]]:
        """Yield each paragraph's parsed sentences, in order; together they have the paragraph's words."""
        for block in _blocks(paragraphs):
            self._split(block)
            self._parse(block)
            yield from ([one.parses[number] for number in range(len(one.bounds) - 1)] for one in block)

    def _split(self, paragraphs: Sequence[_Paragraph]) -> None:
        unread = [one for one in paragraphs if one.words]
        while unread:
            windows = [self._window(one) for one in unread]
            for place, scores in self._net.scores(windows):
                self._take(unread[place], scores)
            unread = [one for one in unread if one.at < len(one.words)]

    def _window(self, paragraph: _Paragraph) -> Words:
        words = paragraph.words[paragraph.at : paragraph.at + _WINDOW]
        room = np.cumsum([self._net.size(word) for word in words]) <= MOST_PIECES - 2
        return words[: int(np.count_nonzero(room))]

    def _take(self, paragraph: _Paragraph, scores: Scores) -> None:
        """Take over the starts in a window, and its parse where it is a sentence."""
        start, size = paragraph.at, len(scores.starts)
        ends_here = start + size == len(paragraph.words)
        found = _starts(scores, ends_here)
        paragraph.bounds.extend(start + at for at in found)
        if ends_here:
            paragraph.at = len(paragraph.words)
        else:
            paragraph.at = start + (found[-1] if found else size)
        if not found:
            paragraph.parses[len(paragraph.bounds) - 1] = parse(scores, self._tagging)
        if paragraph.bounds[-1] != paragraph.at:
            paragraph.bounds.append(paragraph.at)

    def _parse(self, paragraphs: Sequence[_Paragraph]) -> None:
        waiting = [
            (one, number) for one in paragraphs for number in range(len(one.bounds) - 1) if number not in one.parses
        ]
        for place, scores in self._net.scores([one.sentence(number) for one, number in waiting]):
            one, number = waiting[place]
            one.parses[number] = parse(scores, self._tagging)


def _blocks(paragraphs: Iterable[Words]) -> Iterator[list[_Paragraph]]:
    """Yield paragraphs in blocks that end when they have words enough to fill the net's batches."""
    block: list[_Paragraph] = []
    for words in paragraphs:
        block.append(_Paragraph(words))
        if sum(len(one.words) for one in block) >= _BLOCK:
            yield block
            block = []
    yield block


def _starts(scores: Scores, ends_here: bool) -> list[int]:
    """Return the places in a window, after its first word, at which a sentence starts."""
    size = len(scores.starts)
    trusted = size if ends_here or size <= 2 * _EDGE else size - _EDGE
    return [int(at) for at in np.flatnonzero(scores.starts[:trusted] > _MARGIN) if at > 0]
