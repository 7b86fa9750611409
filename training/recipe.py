"""The recipe of a training run, read from TOML."""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Corpora(_Part):
    """Which corpora, and how far their entities are trusted."""

    train: list[str]
    dev: list[str]
    leave_out: list[str]
    entity_trust: dict[str, float]


class Windows(_Part):
    """How running text is cut into windows, in word pieces."""

    shortest: int
    longest: int
    joined: float


class Silver(_Part):
    """How much text that models annotated joins an epoch."""

    share: float


class Names(_Part):
    """How often names are swapped."""

    swapped: float
    loosened: float


class Dropout(_Part):
    """Dropout by place."""

    encoder: float
    input: float
    trunk: float
    arc: float


class Model(_Part):
    """Widths of the heads."""

    shape_width: int
    arc_width: int
    relation_width: int
    dropout: Dropout


class Schedule(_Part):
    """How long, how fast, and what is kept."""

    words: int
    warm_up: float
    pieces: int
    encoder_rate: float
    head_rate: float
    weight_decay: float
    clip: float
    checkpoints: int
    averaged: int

    def rate(self, progress: float) -> float:
        """Return the share of the full learning rate at this share of the run: up, then straight down to 0."""
        rising = progress / self.warm_up
        falling = (1 - progress) / (1 - self.warm_up)
        return max(min(rising, falling), 0.005)


class Recipe(_Part):
    """Everything that shapes the weights, except the data."""

    seed: int
    corpora: Corpora
    windows: Windows
    names: Names
    model: Model
    loss: dict[str, float]
    schedule: Schedule
    silver: Silver = Silver(share=0)


def read(path: Path) -> Recipe:
    """Read a recipe; a key that is not known, or is missing, is refused by name."""
    return Recipe.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
