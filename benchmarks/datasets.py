"""How fast rows of data sets become records, on one core and before any load.

    python -m benchmarks.datasets FOLDER

FOLDER has the files that are named below; what is missing is left out. Times are the processor's, so that other work on
the machine does not count. A set's rows are read again and again until there are enough of them.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from casus.datasets import Importing
from casus.knowledge import Knowledge

FILES = {
    "ucdp-esd": "ucdp-esd-ay-181.csv",
    "icews": "icews.tsv.gz",
    "polecat": "polecat.csv.gz",
    "mapping-militants": "militant-relationships.csv",
}
ENOUGH = 100_000
"""Rows read of each set."""


def main(folder: Path) -> None:
    """Print a line for each file: rows a second, and what became of them."""
    knowledge = Knowledge.load()
    print(f"{'set':18} {'rows/s':>8} {'rows':>8} {'records':>8} {'silent':>7} {'bad':>5} {'resolved':>8}")
    for name, file in FILES.items():
        if (folder / file).exists():
            print(_measured(name, folder / file, knowledge))


def _measured(name: str, path: Path, knowledge: Knowledge) -> str:
    this = Importing.of(name, knowledge)
    start = process_time()
    records = sum(1 for _ in _again(this, path))
    seconds = process_time() - start
    speed = f"{this.rows / seconds:8,.0f} {this.rows:8,} {records:8,}"
    return f"{name:18} {speed} {this.silent:7,} {this.bad:5,} {this.actors.resolved.share:8.1%}"


def _again(this: Importing, path: Path) -> Iterator[object]:
    while this.rows < ENOUGH:
        yield from this.records(path, lambda _: None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
