"""What kind of deed a verb tells of, by its vector in its sentence: a guess, for verbs that no lexicon has.

A linear classifier over the encoder's vectors. It learnt from verbs that the lexicon of incidents knows (see
training/deeds.py), and is measured on verbs that it did not learn from.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from casus.language import weights

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]

NO_DEED = 0
"""The place, among the kinds, of verbs that tell of nothing."""


@dataclass(frozen=True)
class Deeds:
    """The classifier: `weights` (width, kinds), `bias` (kinds), and what the kinds are called, `none` first."""

    weights: Floats
    bias: Floats
    kinds: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the classifier of the model in a folder."""
        with np.load(folder / weights.DEEDS) as stored:
            return cls(stored["weights"], stored["bias"], tuple(stored["kinds"].tolist()))

    @classmethod
    def none(cls, width: int) -> Self:
        """Return the classifier that knows of no deeds, for a net whose own has yet to learn."""
        return cls(np.zeros((width, 1), np.float32), np.zeros(1, np.float32), ("none",))

    def write(self, folder: Path) -> None:
        """Write the classifier to a model's folder."""
        np.savez(folder / weights.DEEDS, weights=self.weights, bias=self.bias, kinds=np.array(self.kinds))

    def guess(self, vectors: Floats) -> tuple[Ints, Floats]:
        """Return the likeliest kind of each of n words, and how likely it is: (n), (n)."""
        scores = vectors @ self.weights + self.bias
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        return chances.argmax(axis=1), chances.max(axis=1)
