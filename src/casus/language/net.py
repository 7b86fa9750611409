"""Words to scores: the one module that knows the ONNX graph, its inputs and its outputs."""

from collections.abc import Sequence
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

_OUTPUTS = ("arc", "upos", "xpos", "lem", "ner", "d", "h", "ss")


@dataclass(frozen=True, slots=True)
class Scores:
    """What the net says of a sentence of n words; what has n+1 rows begins with the root."""

    arcs: Floats  # (n+1, n+1): of each word, how well each would do as its head
    upos: Ints  # (n)
    xpos: Ints  # (n)
    scripts: Ints  # (n)
    entities: Floats  # (n, entity labels)
    starts: Floats  # (n): how much more likely than not a word begins a sentence, in log-odds
    dependents: Floats  # (n, width): each word as a dependent, and
    heads: Floats  # (n+1, width): as a head, in a relation
    bilinear: Floats  # (width, relation labels * width): how the two go together

    def relations(self, heads: NDArray[np.intp]) -> Floats:
        """Return how well each relation would do between each word and the head it is given: (n, relation labels)."""
        words, width = self.dependents.shape
        partners = (self.dependents @ self.bilinear).reshape(words, -1, width)
        relations: Floats = np.matmul(partners, self.heads[heads][:, :, None])[:, :, 0]
        return relations


class Net:
    """The net of a model folder, on one thread."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # with inputs of every length it would only grow
        self._session = onnxruntime.InferenceSession(
            str(folder / weights.NET), options, providers=["CPUExecutionProvider"]
        )
        self._bilinear: Floats = np.load(folder / weights.RELATIONS).astype(np.float32)
        self._pieces = Pieces(folder / weights.PIECES)

    def size(self, word: str) -> int:
        """Return how many of the MOST_PIECES a word takes."""
        return len(self._pieces.of(word))

    def scores(self, sentence: Sequence[str]) -> Scores:
        """Return the scores of a sentence of at least one word and at most MOST_PIECES pieces.

        Sentences go one by one: the int8 graph scales a whole batch by its largest value, so that in one a
        sentence's parse would depend on its neighbours. A batch of 16 is no more than a tenth faster.
        """
        outputs = self._session.run(_OUTPUTS, self._inputs(sentence))
        return self._scores([output[0] for output in outputs])

    def _inputs(self, sentence: Sequence[str]) -> dict[str, Ints]:
        pieces = [self._pieces.of(word) for word in sentence]
        ids = [START, *chain.from_iterable(pieces), END]
        inputs = {"ids": ids, "am": [1] * len(ids), "fi": _firsts(pieces), "sh": [ROOT, *shapes(sentence)]}
        return {name: np.array([values], np.int64) for name, values in inputs.items()}

    def _scores(self, outputs: Sequence[NDArray[Any]]) -> Scores:
        arcs, upos, xpos, scripts, entities, dependents, heads, starts = outputs
        return Scores(
            arcs=arcs,
            upos=upos[1:],
            xpos=xpos[1:],
            scripts=scripts[1:],
            entities=entities[1:],
            starts=starts[1:, 1] - starts[1:, 0],
            dependents=dependents[1:],
            heads=heads,
            bilinear=self._bilinear,
        )


def _firsts(pieces: Sequence[Sequence[int]]) -> list[int]:
    """Return where the first piece of the root and of each word is; the root's for a word that has none."""
    firsts, place = [0], 1
    for word in pieces:
        firsts.append(place if word else 0)
        place += len(word)
    return firsts
