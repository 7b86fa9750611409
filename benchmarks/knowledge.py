"""How long it takes to load the index, to look up a name and to find the names in a sentence.

    python benchmarks/knowledge.py [FILE]

FILE is JSON Lines with a `text` each; without it the sample articles are read. Times are the processor's, so that other
work on the machine does not count.
"""

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path
from time import process_time

import spacy

from casus.knowledge import Knowledge
from casus.resources import folder

LOADING = (
    "from time import process_time as now; from casus.knowledge import Knowledge; start = now(); Knowledge.load();"
    " print(now() - start)"
)
ROUNDS = 20
EVERY = 20
"""Of the names known, every so-manieth is looked up."""


def main() -> None:
    """Print one figure a line."""
    sentences = list(_sentences(sys.argv[1:]))
    knowledge = Knowledge.load()
    loads = sorted(_loading() for _ in range(5))
    print(f"load                  {loads[2] * 1e3:8.1f} ms   (the middle one of five new processes)")
    names = [known.name for known in islice(Knowledge.load(), 0, None, EVERY)]
    print(f"named, first time     {_per_name(knowledge, names, 1) * 1e6:8.1f} us   ({len(names)} names)")
    print(f"named                 {_per_name(knowledge, names, ROUNDS) * 1e6:8.1f} us")
    words = sum(map(len, sentences)) / len(sentences)
    first = _per_sentence(knowledge, sentences, 1)
    print(f"find, first time      {first * 1e3:8.3f} ms   (a sentence of {words:.0f} tokens)")
    print(f"find                  {_per_sentence(knowledge, sentences, ROUNDS) * 1e3:8.3f} ms")


def _loading() -> float:
    return float(subprocess.run([sys.executable, "-c", LOADING], capture_output=True, check=True, text=True).stdout)


def _per_name(knowledge: Knowledge, names: list[str], rounds: int) -> float:
    start = process_time()
    for _ in range(rounds):
        for name in names:
            knowledge.named(name)
    return (process_time() - start) / rounds / len(names)


def _per_sentence(knowledge: Knowledge, sentences: list[list[str]], rounds: int) -> float:
    start = process_time()
    for _ in range(rounds):
        for words in sentences:
            knowledge.find(words)
    return (process_time() - start) / rounds / len(sentences)


def _sentences(arguments: list[str]) -> list[list[str]]:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return [[token.text for token in sentence] for text in _texts(arguments) for sentence in pipeline(text).sents]


def _texts(arguments: list[str]) -> list[str]:
    if arguments:
        return [json.loads(line)["text"] for line in Path(arguments[0]).read_text().splitlines()]
    return [path.read_text() for path in sorted(folder("examples").rglob("*.txt"))]


if __name__ == "__main__":
    main()
