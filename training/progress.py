"""How a run stands: share done, speed, time left, and the losses of late."""

import time
from collections import defaultdict


class Progress:
    """Counts words and losses, and says how it goes at most every so many seconds."""

    def __init__(self, done: float, every: float = 30) -> None:
        self._every = every
        self._begun = self._said = time.monotonic()
        self._from = done
        self._words = 0
        self._losses: dict[str, list[float]] = defaultdict(list)

    def add(self, words: int, losses: dict[str, float]) -> None:
        """Count a step."""
        self._words += words
        for task, loss in losses.items():
            self._losses[task].append(loss)

    def say(self, done: float) -> None:
        """Print a line if it is time; `done` is the share of the run that lies behind."""
        now = time.monotonic()
        if now - self._said < self._every:
            return
        speed = self._words / (now - self._said)
        left = (now - self._begun) * (1 - done) / max(done - self._from, 1e-6)
        means = "  ".join(f"{task} {sum(these) / len(these):.3f}" for task, these in sorted(self._losses.items()))
        print(f"{done:6.1%}  {speed:5.0f} words/s  {left / 60:3.0f} min left  {means}", flush=True)
        self._said, self._words = now, 0
        self._losses.clear()
