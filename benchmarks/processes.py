"""What a second process gains: words a second of the language model in one process and in two, turn about.

    python -m benchmarks.processes TEXT.gz [--rounds 3]

TEXT holds a paragraph a line. Each round reads all of it with one process, then with two; each process has one thread.
That processes start and load the weights is part of what is measured.
"""

import gzip
import os
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import typer

from casus.language.component import pipeline

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_LINES = 20
"""Lines of the text that are read as one document."""


def speed(documents: list[str], processes: int) -> float:
    """Return words a second of so many processes."""
    nlp = pipeline()
    began = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(documents, n_process=processes, batch_size=8))
    return words / (time.perf_counter() - began)


def main(
    text: Annotated[Path, typer.Argument(help="A gzipped text, a paragraph a line.")],
    rounds: Annotated[int, typer.Option(help="How often each is measured.")] = 3,
) -> None:
    """Print the medians, and what two processes make of one."""
    os.environ |= dict.fromkeys(_THREADS, "1")
    lines = gzip.decompress(text.read_bytes()).decode("utf-8").splitlines()
    documents = ["\n".join(lines[place : place + _LINES]) for place in range(0, len(lines), _LINES)]
    pairs = [(_apart(documents, 1), _apart(documents, 2)) for _ in range(rounds)]
    one, two = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{rounds} rounds, medians: one process {one:.0f} words/s, two {two:.0f} words/s")
    print(f"two against one: {statistics.median(b / a for a, b in pairs):.2f}")


def _apart(documents: list[str], processes: int) -> float:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(speed, documents, processes).result()


if __name__ == "__main__":
    typer.run(main)
