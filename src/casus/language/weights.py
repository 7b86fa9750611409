"""Which files a model is made of, where the shipped ones are, and what its labels are."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from casus.errors import ModelMissing

SHIPPED = Path(__file__).parent / "weights"

NET = "net.onnx"
ARCS = "arcs.npz"
DEEDS = "deeds.npz"
LABELS = "labels.json"
PIECES = "tokenizer.json"
FILES = (NET, ARCS, DEEDS, LABELS, PIECES)


@dataclass(frozen=True)
class Labels:
    """What the numbers that the net predicts stand for, one tuple a layer."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the labels of the model in a folder."""
        names = json.loads((folder / LABELS).read_text(encoding="utf-8"))
        return cls(**{layer: tuple(labels) for layer, labels in names.items()})


def require(folder: Path) -> Path:
    """Return the folder if it holds every file of a model; raise ModelMissing with what is not there."""
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise ModelMissing(
            f"the language model in {folder} lacks {', '.join(missing)}; "
            "install Casus again, or name a folder that has these files in CASUS_MODEL_DIR"
        )
    return folder
