"""Words to scores: the one module that knows the ONNX graph, its inputs and its outputs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from casus.language import weights
from casus.language.pieces import END, START, Pieces
from casus.language.shapes import ROOT, shapes

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

MOST_PIECES = 500  # in one sentence: the encoder has 512 positions

_BATCH_SENTENCES = 16
_BATCH_WORDS = 1200  # padding included; bounds the memory that a batch takes
_OUTPUTS = ("arc", "upos", "xpos", "lem", "ner", "d", "h", "ss")


@dataclass(frozen=True, slots=True)
class Scores:
    """What the net says of a sentence of n words; axes marked n+1 begin with the root."""

    arcs: Floats  # (n+1, n+1): of each word, how well each would do as its head
    upos: Ints  # (n)
    xpos: Ints  # (n)
    scripts: Ints  # (n)
    entities: Floats  # (n, entity labels)
    relations: Floats  # (n, relation labels, width): what the head is multiplied with
    heads: Floats  # (n+1, width)
    starts: Floats  # (n): how much more likely than not a word begins a sentence, in log-odds


class Net:
    """The net of a model folder, on one thread."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # with inputs of every length it would only grow
        self._session = onnxruntime.InferenceSession(
            str(folder / weights.NET), options, providers=["CPUExecutionProvider"]
        )
        self._relations: Floats = np.load(folder / weights.RELATIONS).astype(np.float32)
        self._pieces = Pieces(folder / weights.PIECES)

    def size(self, word: str) -> int:
        """Return how many of the MOST_PIECES a word takes."""
        return len(self._pieces.of(word))

    def scores(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[int, Scores]]:
        """Yield each sentence's place in the input and its scores, the shortest first.

        Sentences are not empty and have at most MOST_PIECES pieces. Neighbours in length share a batch.
        """
        for batch in _batches([len(sentence) for sentence in sentences]):
            outputs = self._session.run(_OUTPUTS, self._inputs([sentences[place] for place in batch]))
            for row, place in enumerate(batch):
                yield place, self._scores([output[row] for output in outputs], len(sentences[place]))

    def _inputs(self, batch: Sequence[Sequence[str]]) -> dict[str, Ints]:
        pieces = [[self._pieces.of(word) for word in sentence] for sentence in batch]
        ids = _padded([[START, *chain.from_iterable(sentence), END] for sentence in pieces])
        return {
            "ids": ids,
            "am": (ids != 0).astype(np.int64),
            "fi": _padded([_firsts(sentence) for sentence in pieces]),
            "sh": _padded([[ROOT, *shapes(sentence)] for sentence in batch]),
        }

    def _scores(self, row: Sequence[NDArray[Any]], words: int) -> Scores:
        arcs, upos, xpos, scripts, entities, dependents, heads, starts = row
        own = slice(1, words + 1)
        relations = dependents[own] @ self._relations
        return Scores(
            arcs=arcs[: words + 1, : words + 1],
            upos=upos[own],
            xpos=xpos[own],
            scripts=scripts[own],
            entities=entities[own],
            relations=relations.reshape(words, -1, heads.shape[1]),
            heads=heads[: words + 1],
            starts=starts[own, 1] - starts[own, 0],
        )


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield places in the input, by length, in batches within the limits."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if len(batch) == _BATCH_SENTENCES or (batch and (len(batch) + 1) * lengths[place] > _BATCH_WORDS):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _firsts(pieces: Sequence[Sequence[int]]) -> list[int]:
    """Return where the first piece of the root and of each word is; the root's for a word that has none."""
    firsts, place = [0], 1
    for word in pieces:
        firsts.append(place if word else 0)
        place += len(word)
    return firsts


def _padded(rows: Sequence[Sequence[int]]) -> Ints:
    """Return the rows as one array, filled up with zeros."""
    array = np.zeros((len(rows), max(map(len, rows))), np.int64)
    for row, values in zip(array, rows, strict=True):
        row[: len(values)] = values
    return array
