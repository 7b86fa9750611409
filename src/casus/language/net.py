"""Windows to scores: the one module that knows the ONNX graph and the vectors that go with it."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from casus.language import weights
from casus.language.windows import Window

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the net says of n words that follow one another."""

    upos: Ints  # (n)
    xpos: Ints  # (n)
    start: Floats  # (n): how much more likely than not a word begins a sentence, in log-odds
    entity: Floats  # (n, entity labels)
    query: Floats  # (n, arc width): each word as a dependent, and
    key: Floats  # (n, arc width): as a head; their product is the score of the arc
    dependent: Floats  # (n, relation width): each word as a dependent, and
    head: Floats  # (n, relation width): as a head, in a relation
    vector: Floats  # (n, width): the encoding itself

    def part(self, start: int, end: int) -> Self:
        """Return what is said of some of the words."""
        return type(self)(*(getattr(self, field.name)[start:end] for field in fields(self)))


_OUTPUTS = [field.name for field in fields(Scores)]


class Net:
    """The net of a model folder, on one thread."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # with inputs of every length it would only grow
        self._session = onnxruntime.InferenceSession(
            str(folder / weights.NET), options, providers=["CPUExecutionProvider"]
        )
        with np.load(folder / weights.ARCS) as arcs:
            self._root_key: Floats = arcs["root_key"]
            self._root_head: Floats = arcs["root_head"]
            self._relations: Floats = arcs["relations"].astype(np.float32)

    def scores(self, window: Window) -> Scores:
        """Return the scores of a window's words.

        Windows go one by one: the int8 graph scales a whole batch by its largest value, so that in one a
        parse would depend on its neighbours.
        """
        inputs = {
            "pieces": np.array([window.pieces], np.int64),
            "shapes": np.array([window.shapes], np.int64),
            "first": np.array(window.first, np.int64),
        }
        return Scores(*self._session.run(_OUTPUTS, inputs))

    def arcs(self, sentence: Scores) -> Floats:
        """Return arc scores (n+1, n+1) of a sentence: by dependent, then head, the root first."""
        arcs = np.zeros((len(sentence.query) + 1, len(sentence.query) + 1), np.float32)
        arcs[1:, 0] = sentence.query @ self._root_key
        arcs[1:, 1:] = sentence.query @ sentence.key.T
        return arcs

    def relations(self, sentence: Scores, heads: NDArray[np.intp]) -> Floats:
        """Return how well each relation would do between each word and its head, 0 the root: (n, relation labels)."""
        width, labels, _ = self._relations.shape
        partners = (sentence.dependent @ self._relations.reshape(width, -1)).reshape(-1, labels, width)
        given = np.vstack([self._root_head, sentence.head])[heads]
        relations: Floats = np.matmul(partners, given[:, :, None])[:, :, 0]
        return relations
