"""What extraction costs beside the language model: processor seconds of each on the same documents, turn about.

    python -m benchmarks.shares FILE… [--rounds 3]

The language model reads from raw text; extraction is given its parses. Loading either does not count.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from casus.extraction import Extractor
from casus.knowledge import Knowledge
from casus.language.component import pipeline
from casus.reading import read
from casus.settings import Settings


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main(
    files: Annotated[list[Path], typer.Argument(help="Documents, as `casus extract` takes them.")],
    rounds: Annotated[int, typer.Option(help="How often each is measured.")] = 3,
) -> None:
    """Print the median seconds of both, and extraction's as a share of the language model's."""
    settings = Settings()
    nlp, extractor = pipeline(), Extractor(Knowledge.load(settings.knowledge_dir))
    documents = list(read(files))
    parsed = [nlp(document.text) for document in documents]
    extractor.record(documents[0], parsed[0])
    pairs = []
    for _ in range(rounds):
        language = _seconds(lambda: [nlp(document.text) for document in documents])
        extraction = _seconds(lambda: [*map(extractor.record, documents, parsed)])
        pairs.append((language, extraction))
    language, extraction = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{len(documents)} documents, {sum(map(len, parsed))} words, {rounds} rounds, medians of processor seconds:")
    print(f"language model {language:.2f}, extraction {extraction:.2f}")
    print(f"extraction against the language model: {statistics.median(b / a for a, b in pairs):.3f}")


if __name__ == "__main__":
    typer.run(main)
