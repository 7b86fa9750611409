"""How good extraction is on annotated news: runs each set through Casus and the sets' own scorer, and prints one table.

    python -m benchmarks.quality FOLDER

FOLDER holds the sets and their scorers: `score.py`, `news/*.jsonl`, `data/*-dev.jsonl`, `cases/`. A tenth of each set,
chosen by a hash of the documents' ids, is kept out of development: nobody looks at its texts or at what is found in
them, only at its figures, which stand beside those of the rest.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import typer

from casus.pipeline import Pipeline
from casus.reading import read
from casus.settings import Settings

SETS = ("news/seed", "news/dev", "news/voa-dev", "data/plover-dev", "data/backers-dev", "data/causal-dev")
UNDIVIDED = frozenset({"news/seed"})  # one document
SHOWN = (
    "entities.all", "incidents.", "claims.", "type_", "mode_", "extra_", "either.country", "supporters.all",
    "group_and", "links.", "negatives.", "none.",
)  # fmt: skip


class Extracted(NamedTuple):
    """Lines of a set and of what was found in them, document by document."""

    gold: list[str]
    found: list[str]


def main(folder: Path) -> None:
    """Print the figures of every set that is there."""
    pipeline = Pipeline(Settings())
    print("| set | figure | value | n | untouched tenth | n |\n|---|---|---:|---:|---:|---:|")
    for name in SETS:
        for row in _rows(folder, name, pipeline):
            print("| " + " | ".join((name, *row)) + " |")
    print(f"\ncases/dev: {_cases(folder, pipeline)}")


def is_untouched(id: str) -> bool:
    """Whether a document is of the tenth that development does not look at."""
    return int(hashlib.sha1(id.encode(), usedforsecurity=False).hexdigest(), 16) % 10 == 0


def _rows(folder: Path, name: str, pipeline: Pipeline) -> Iterator[tuple[str, str, str, str, str]]:
    gold = folder / f"{name}.jsonl"
    if not gold.exists():
        return
    seen, untouched = _parted(_extracted(gold, pipeline), whole=name in UNDIVIDED)
    beside = _figures(folder, untouched) if untouched.gold else {}
    for figure, (value, count) in _figures(folder, seen).items():
        yield figure, value, count, *beside.get(figure, ("", ""))


def _parted(extracted: Extracted, *, whole: bool) -> tuple[Extracted, Extracted]:
    """Return what development sees, and the untouched tenth."""
    seen, untouched = Extracted([], []), Extracted([], [])
    for gold, found in zip(*extracted, strict=True):
        part = untouched if not whole and is_untouched(str(json.loads(gold)["id"])) else seen
        part.gold.append(gold)
        part.found.append(found)
    return seen, untouched


def _figures(folder: Path, part: Extracted) -> dict[str, tuple[str, str]]:
    said = json.loads(_scored(folder / "score.py", part, "--json"))["figures"]
    return {
        figure: (f"{one['value']:.3f}", str(one["n"]))
        for figure, one in said.items()
        if figure.startswith(SHOWN) and one["value"] is not None
    }


def _cases(folder: Path, pipeline: Pipeline) -> str:
    gold = folder / "cases" / "dev.jsonl"
    if not gold.exists():
        return "not there"
    seen, untouched = _parted(_extracted(gold, pipeline), whole=False)
    told = [_scored(folder / "cases" / "score_cases.py", part).splitlines()[-1] for part in (seen, untouched)]
    return f"{told[0]}; untouched tenth: {told[1]}"


def _extracted(gold: Path, pipeline: Pipeline) -> Extracted:
    lines = [line for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    return Extracted(lines, [record.line for record in pipeline.extract(read([gold]))])


def _scored(script: Path, part: Extracted, *options: str) -> str:
    with tempfile.TemporaryDirectory() as place:
        files = Path(place) / "gold.jsonl", Path(place) / "found.jsonl"
        for file, lines in zip(files, part, strict=True):
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [sys.executable, script, *files, *options]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    typer.run(main)
