"""The card that goes with the weights: what they are made of, how good they are, which files they are."""

import hashlib
from pathlib import Path

_TEMPLATE = Path(__file__).parent / "card.md"
NAME = "CARD.md"


def write(model: Path, figures: str, deeds: str) -> None:
    """Write the card of a model folder, with figures as `benchmarks.language` and `training deeds` print them."""
    files = sorted(file for file in model.iterdir() if file.name != NAME)
    rows = ["| file | bytes | sha256 |", "|---|---|---|", *map(_row, files)]
    template = _TEMPLATE.read_text(encoding="utf-8")
    card = template.format(figures=figures.strip(), deeds=deeds.strip(), files="\n".join(rows))
    (model / NAME).write_text(card, encoding="utf-8")


def _row(file: Path) -> str:
    data = file.read_bytes()
    return f"| `{file.name}` | {len(data):,} | `{hashlib.sha256(data).hexdigest()}` |"
