"""What a run leaves behind: its state, to go on from, and weights along the way, to average."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.labels import Labels


@dataclass
class Place:
    """Where a run is: the next batch, the words behind it and the minutes they took."""

    epoch: int = 0
    batch: int = 0
    words: int = 0
    minutes: float = 0.0


class Checkpoints:
    """A run's folder: `state.pt` to go on from, `weights-NN.pt` along the way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def state(self) -> Path:
        """The file a run goes on from; it may not be there yet."""
        return self.folder / "state.pt"

    def save(self, model: torch.nn.Module, optimiser: torch.optim.Optimizer, place: Place) -> None:
        """Write the state; a run that is killed meanwhile leaves the last one whole."""
        state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "place": asdict(place)}
        _write(state | {"chance": torch.get_rng_state()}, self.state)

    def resume(self, model: torch.nn.Module, optimiser: torch.optim.Optimizer) -> Place:
        """Put the last state back; a new run starts at the beginning."""
        if not self.state.exists():
            return Place()
        state = torch.load(self.state, map_location="cpu")
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["chance"])
        return Place(**state["place"])

    def keep(self, model: torch.nn.Module, number: int) -> None:
        """Write the weights of the numbered checkpoint."""
        _write(model.state_dict(), self.folder / f"weights-{number:02}.pt")

    def average(self, last: int) -> dict[str, Tensor]:
        """Return the mean of the last weights that were kept."""
        files = sorted(self.folder.glob("weights-*.pt"))[-last:]
        weights = [torch.load(file, map_location="cpu") for file in files]
        return {name: torch.stack([each[name] for each in weights]).mean(dim=0) for name in weights[0]}

    def save_labels(self, labels: Labels) -> None:
        """Write the label sets, in their order."""
        _write(asdict(labels), self.folder / "labels.pt")

    def labels(self) -> Labels:
        """Read the label sets."""
        return Labels(**torch.load(self.folder / "labels.pt"))


def _write(what: Any, path: Path) -> None:
    partial = path.with_suffix(".partial")
    torch.save(what, partial)
    partial.replace(path)
