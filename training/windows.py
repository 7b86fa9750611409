"""Running text as the encoder reads it: windows of several sentences, paragraphs parted by a separator."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from casus.language.pieces import END, START, Pieces, shape
from training.corpus import Document, Sentence
from training.recipe import Windows


@dataclass
class Window:
    """Sentences that are encoded at once."""

    sentences: list[Sentence] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)  # one a piece
    first: list[int] = field(default_factory=list)  # a word's first piece
    told: list[bool] = field(default_factory=list)  # per sentence: its start needs no guessing, a paragraph opens

    def __len__(self) -> int:
        return len(self.pieces)


class Windower:
    """Cuts documents into windows."""

    def __init__(self, pieces: Pieces, sizes: Windows) -> None:
        self._pieces = pieces
        self._sizes = sizes

    def cut(self, documents: Iterable[Document], chance: random.Random) -> Iterator[Window]:
        """Cut each document at sentence starts; sizes and joined paragraphs are drawn by chance."""
        for document in documents:
            for sentences in self._runs(document, chance):
                yield self.window(sentences, joined=chance.random() < self._sizes.joined)

    def _runs(self, document: Document, chance: random.Random) -> Iterator[list[Sentence]]:
        run: list[Sentence] = []
        size, wanted = 0, 0.0
        for sentence in document:
            length = sum(len(self._pieces.of(word)) for word in sentence.words)
            if run and size + length > wanted:
                yield run
                run, size = [], 0
            if not run:
                wanted = chance.uniform(self._sizes.shortest, self._sizes.longest)
            if length <= 2 * self._sizes.longest:
                run.append(sentence)
                size += length
        if run:
            yield run

    def window(self, sentences: list[Sentence], *, joined: bool = False) -> Window:
        """Lay sentences out as one window; where `joined`, paragraph breaks are not shown."""
        window = Window(sentences)
        self._mark(window, START)
        for sentence in sentences:
            opens = sentence.opens_paragraph and not joined
            if opens and window.first:
                self._mark(window, END)
            window.told.append(opens or not window.first)
            self._write(window, sentence)
        self._mark(window, END)
        return window

    def _mark(self, window: Window, piece: int) -> None:
        window.pieces.append(piece)
        window.shapes.append(0)

    def _write(self, window: Window, sentence: Sentence) -> None:
        for word, spaced in zip(sentence.words, [True, *sentence.spaces], strict=False):
            pieces = self._pieces.of(word)
            window.first.append(len(window.pieces))
            window.pieces += pieces
            window.shapes += [shape(word, spaced)] * len(pieces)


def batches(windows: list[Window], pieces: int, chance: random.Random) -> list[list[Window]]:
    """Batch windows of like length so that each batch, padding included, has at most so many pieces."""
    windows = chance.sample(windows, len(windows))
    found = [batch for some in _slices(windows, 1000) for batch in _fill(sorted(some, key=len), pieces)]
    chance.shuffle(found)
    return found


def _slices(windows: list[Window], size: int) -> Iterator[list[Window]]:
    edges = [*range(0, len(windows), size), len(windows)]
    return (windows[start:end] for start, end in pairwise(edges))


def _fill(windows: list[Window], pieces: int) -> Iterator[list[Window]]:
    batch: list[Window] = []
    for window in windows:
        if batch and len(window) * (len(batch) + 1) > pieces:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch
