"""How good extraction is on annotated news: runs each set through Casus and the sets' own scorer, and prints one table.

    python -m benchmarks.quality FOLDER

FOLDER holds the sets and their scorers: `score.py`, `news/*.jsonl`, `data/*-dev.jsonl`, `cases/`.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import typer

from casus.pipeline import Pipeline
from casus.reading import read
from casus.settings import Settings

SETS = ("news/seed", "news/dev", "news/voa-dev", "data/plover-dev", "data/backers-dev", "data/causal-dev")
SHOWN = (
    "entities.all", "incidents.", "claims.", "type_", "mode_", "extra_", "either.country", "supporters.all", "links.",
    "negatives.", "none.",
)  # fmt: skip


def main(folder: Path) -> None:
    """Print the figures of every set that is there."""
    pipeline = Pipeline(Settings())
    print("| set | figure | value | n |\n|---|---|---:|---:|")
    for name in SETS:
        for figure, value, count in _figures(folder, name, pipeline):
            print(f"| {name} | {figure} | {value} | {count} |")
    print(f"\ncases/dev: {_cases(folder, pipeline)}")


def _figures(folder: Path, name: str, pipeline: Pipeline) -> Iterator[tuple[str, str, str]]:
    gold = folder / f"{name}.jsonl"
    if not gold.exists():
        return
    with tempfile.TemporaryDirectory() as place:
        found = _extracted(gold, Path(place) / "found.jsonl", pipeline)
        scored = _run(folder / "score.py", gold, found, "--json")
    for figure, said in json.loads(scored)["figures"].items():
        if figure.startswith(SHOWN) and said["value"] is not None:
            yield figure, f"{said['value']:.3f}", str(said["n"])


def _cases(folder: Path, pipeline: Pipeline) -> str:
    gold = folder / "cases" / "dev.jsonl"
    if not gold.exists():
        return "not there"
    with tempfile.TemporaryDirectory() as place:
        found = _extracted(gold, Path(place) / "found.jsonl", pipeline)
        return _run(folder / "cases" / "score_cases.py", gold, found).splitlines()[-1]


def _extracted(gold: Path, target: Path, pipeline: Pipeline) -> Path:
    with target.open("w", encoding="utf-8") as lines:
        for record in pipeline.extract(read([gold])):
            lines.write(record.line + "\n")
    return target


def _run(script: Path, *arguments: Path | str) -> str:
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    typer.run(main)
