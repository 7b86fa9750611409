"""A training run, from the corpora to checkpoints."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import torch

from training.batch import Batcher
from training.checkpoint import Checkpoints, Place
from training.corpus import Document, documents
from training.encoder import Encoder
from training.labels import Labels
from training.losses import losses
from training.model import Model
from training.names import Swapper
from training.progress import Progress
from training.recipe import Recipe, Schedule
from training.windows import Window, Windower, batches


@dataclass
class Run:
    """Trains a model by a recipe.

    Every epoch's windows and their order follow from the seed and the epoch's number, so that a run which was stopped
    goes on where it was. With `minutes`, the learning rate falls with the time used up, if that is further on than the
    words: it then ends in time on a machine that turns out slow (and is no longer exactly reproducible).
    """

    recipe: Recipe
    corpus: list[Document]
    labels: Labels
    model: Model
    windower: Windower
    swapper: Swapper | None
    checkpoints: Checkpoints
    minutes: float | None = None
    silver: list[Document] = field(default_factory=list)
    device: torch.device = field(default_factory=lambda: torch.device("cuda" if torch.cuda.is_available() else "cpu"))

    def go(self) -> None:
        """Train to the end of the schedule."""
        self.model.to(self.device).train()
        optimiser = _optimiser(self.model, self.recipe.schedule)
        place = self.checkpoints.resume(self.model, optimiser)
        self.checkpoints.save_labels(self.labels)
        progress = Progress(self._done(place))
        kept = self._checkpoint(place)
        for windows in self._batches(place):
            began = time.monotonic()
            _set_rates(optimiser, self.recipe.schedule, self._done(place))
            progress.add(_words(windows), self._step(optimiser, windows))
            place.batch += 1
            place.words += _words(windows)
            place.minutes += (time.monotonic() - began) / 60
            progress.say(self._done(place))
            if self._checkpoint(place) > kept:
                kept = self._checkpoint(place)
                self.checkpoints.keep(self.model, kept)
                self.checkpoints.save(self.model, optimiser, place)

    def _batches(self, place: Place) -> Iterator[list[Window]]:
        """Yield batches from a place on until the schedule ends; the place's epoch is kept up."""
        while self._done(place) < 1:
            chance = random.Random(f"{self.recipe.seed}/{place.epoch}")  # noqa: S311 - repeatable on purpose
            windows = list(self.windower.cut(self._epoch(chance), chance))
            for batch in batches(windows, self.recipe.schedule.pieces, chance)[place.batch :]:
                yield batch
                if self._done(place) >= 1:
                    return
            place.epoch, place.batch = place.epoch + 1, 0

    def _epoch(self, chance: random.Random) -> list[Document]:
        """Return the text of an epoch: the corpora with names swapped, and some of the silver documents."""
        corpus = self.swapper(self.corpus, chance) if self.swapper else self.corpus
        return corpus + chance.sample(self.silver, round(self.recipe.silver.share * len(self.silver)))

    def _step(self, optimiser: torch.optim.Optimizer, windows: list[Window]) -> dict[str, float]:
        batch = Batcher(self.labels)(windows).to(self.device)
        found = losses(self.model, batch)
        total = sum(self.recipe.loss[task] * loss for task, loss in found.items())
        optimiser.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.recipe.schedule.clip)
        optimiser.step()
        return {task: loss.item() for task, loss in found.items()}

    def _done(self, place: Place) -> float:
        by_words = place.words / self.recipe.schedule.words
        return min(1.0, max(by_words, place.minutes / self.minutes if self.minutes else 0))

    def _checkpoint(self, place: Place) -> int:
        return int(self._done(place) * self.recipe.schedule.checkpoints)


def corpora(folder: Path, recipe: Recipe) -> list[Document]:
    """Read the recipe's training corpora."""
    files = [folder / f"{name}.conllu.gz" for name in recipe.corpora.train]
    return [document for file in files for document in documents(file, recipe.corpora)]


def new_model(folder: Path, recipe: Recipe, labels: Labels) -> Model:
    """Return a model with a pretrained encoder and new heads."""
    torch.manual_seed(recipe.seed)
    return Model(Encoder.pretrained(folder, recipe.model.dropout.encoder), recipe.model, labels)


def _words(windows: list[Window]) -> int:
    return sum(len(window.first) for window in windows)


def _optimiser(model: Model, schedule: Schedule) -> torch.optim.Optimizer:
    encoder = list(model.encoder.parameters())
    heads = [parameter for name, parameter in model.named_parameters() if not name.startswith("encoder.")]
    groups = [
        {"params": encoder, "lr": schedule.encoder_rate, "full": schedule.encoder_rate},
        {"params": heads, "lr": schedule.head_rate, "full": schedule.head_rate},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=schedule.weight_decay, fused=True)


def _set_rates(optimiser: torch.optim.Optimizer, schedule: Schedule, done: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = group["full"] * schedule.rate(done)
