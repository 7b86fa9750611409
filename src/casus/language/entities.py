"""Label scores to the best sequence of entity labels in which no entity goes on that has not begun (BIO)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Path = NDArray[np.intp]


class Tagging:
    """The best legal sequence of labels such as O, B-PER, I-PER (Viterbi)."""

    def __init__(self, labels: Sequence[str]) -> None:
        follows = [[_may_follow(before, label) for label in labels] for before in labels]
        self._follows = np.array(follows)
        self._begins = np.array([_may_follow("O", label) for label in labels])
        self._barrier = np.where(self._follows, 0.0, -np.inf)

    def best(self, scores: NDArray[np.floating]) -> Path:
        """Return the best legal labels; scores has a row for each of one or more words and a column a label."""
        greedy: Path = scores.argmax(axis=1)
        if self._begins[greedy[0]] and self._follows[greedy[:-1], greedy[1:]].all():
            return greedy
        return self._viterbi(scores)

    def _viterbi(self, scores: NDArray[np.floating]) -> Path:
        best = np.where(self._begins, scores[0], -np.inf)
        came_from = np.zeros(scores.shape, np.intp)
        for word in range(1, len(scores)):
            ways = best[:, None] + self._barrier
            came_from[word] = ways.argmax(axis=0)
            best = ways.max(axis=0) + scores[word]
        path = np.zeros(len(scores), np.intp)
        path[-1] = best.argmax()
        for word in range(len(scores) - 1, 0, -1):
            path[word - 1] = came_from[word, path[word]]
        return path


def _may_follow(before: str, label: str) -> bool:
    return not label.startswith("I-") or (before != "O" and before[2:] == label[2:])
