"""How good and how quick the language model is, beside spaCy's small model and any other.

    python -m benchmarks.language --corpora FOLDER [--model FOLDER]… [--peer en_core_web_sm]… [--interim FOLDER]

Each model is measured in a process of its own, on one thread: from raw text (paragraphs parted by blank lines), with
sentences and words as annotated, words a second from raw text, time to load, peak memory, size.
"""

import importlib.util
import os
import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import spacy
import typer
from rich.console import Console
from rich.progress import track
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.analysis import annotated, found_in
from benchmarks.interim import interim_pipeline
from benchmarks.scores import Scores, score
from casus.language.component import pipeline
from casus.language.weights import SHIPPED
from training.corpus import Document, documents
from training.recipe import Corpora

TESTS = ("ewt_test", "gum_test", "pud_news", "pud_wiki")
_EVERYTHING = Corpora(train=[], dev=[], leave_out=[], entity_trust={"uner": 1, "gold": 1, "derived": 1, "none": 0})
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
_RAW = ("LAS", "UAS", "sentences", "words", "NER", "PER", "ORG", "LOC")
_TREES = ("LAS", "UAS", "LAS, no punctuation", "UPOS", "XPOS", "lemmas", "arguments", "attachments")
_GOLD = (*_TREES, "NER", "PER", "ORG", "LOC")


@dataclass(frozen=True)
class Model:
    """A model to measure: how to load it, and where its files are."""

    name: str
    load: Callable[[], Language]
    ud: bool
    size: int


@dataclass(frozen=True)
class Figures:
    """What was measured of a model."""

    name: str
    raw: dict[str, Scores]
    gold: dict[str, Scores]
    speed: dict[str, float]  # words a second, from raw text
    load: float  # seconds
    memory: int  # bytes at most
    size: int  # bytes on disk


def measure(model: Model, corpora: Path, tests: tuple[str, ...]) -> Figures:
    """Measure a model on the test files."""
    began = time.perf_counter()
    nlp = model.load()
    nlp("A warm start.")
    load = time.perf_counter() - began
    raw, gold, speed = {}, {}, {}
    for test in tests:
        texts = documents(corpora / f"{test}.conllu.gz", _EVERYTHING)
        began = time.perf_counter()
        read = list(nlp.pipe(map(raw_text, texts)))
        speed[test] = sum(not token.is_space for doc in read for token in doc) / (time.perf_counter() - began)
        raw[test] = _score(texts, read, model, same_words=False)
        told = list(nlp.pipe(as_annotated(nlp, text) for text in texts))
        gold[test] = _score(texts, told, model, same_words=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Figures(model.name, raw, gold, speed, load, memory, model.size)


def _score(texts: list[Document], read: list[Doc], model: Model, *, same_words: bool) -> Scores:
    both = ((annotated(text), found_in(doc, ontonotes=not model.ud)) for text, doc in zip(texts, read, strict=True))
    return score(both, ud=model.ud, same_words=same_words)


def raw_text(document: Document) -> str:
    """Return a document's text, with a blank line before each paragraph but the first."""
    parts: list[str] = []
    for sentence in document:
        if sentence.opens_paragraph and parts:
            parts[-1] = parts[-1].rstrip()
            parts.append("\n\n")
        elif parts and not parts[-1].endswith(" "):
            parts.append(" ")
        pairs = zip(sentence.words, sentence.spaces, strict=True)
        parts.append("".join(word + " " * space for word, space in pairs))
    return "".join(parts).rstrip()


def as_annotated(nlp: Language, document: Document) -> Doc:
    """Return a document with its own words and sentences."""
    return Doc(
        nlp.vocab,
        words=[word for sentence in document for word in sentence.words],
        spaces=[space for sentence in document for space in sentence.spaces],
        sent_starts=[place == 0 for sentence in document for place in range(len(sentence.words))],
    )


def casus_model(folder: Path) -> Model:
    """Return a model of this project."""
    return Model(f"casus ({folder.name})", partial(pipeline, folder), ud=True, size=_size(folder))


def interim_model(folder: Path) -> Model:
    """Return the model that came before the project's own."""
    return Model("interim", partial(interim_pipeline, folder), ud=True, size=_size(folder))


def spacy_model(name: str) -> Model:
    """Return an installed spaCy pipeline; its labels are not Universal Dependencies'."""
    spec = importlib.util.find_spec(name)
    if not spec or not spec.origin:
        raise typer.BadParameter(f"{name} is not installed")
    folder = Path(spec.origin).parent
    return Model(name, partial(spacy.load, name, exclude=["lemmatizer"]), ud=False, size=_size(folder))


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def main(
    corpora: Annotated[Path, typer.Option(help="The folder with the CoNLL-U files.")],
    model: Annotated[list[Path] | None, typer.Option(help="A model of this project; none: the shipped one.")] = None,
    peer: Annotated[list[str] | None, typer.Option(help="An installed spaCy pipeline.")] = None,
    interim: Annotated[Path | None, typer.Option(help="The folder of the model that came before.")] = None,
    test: Annotated[list[str] | None, typer.Option(help="A test file; none: all four.")] = None,
) -> None:
    """Print the tables."""
    os.environ |= dict.fromkeys(_THREADS, "1")
    models = [*map(casus_model, model or [SHIPPED]), *map(spacy_model, peer or [])]
    models += [interim_model(interim)] if interim else []
    tests = tuple(test or TESTS)
    console = Console(stderr=True)
    figures = [_apart(each, corpora, tests) for each in track(models, "measuring", console=console)]
    for name in tests:
        print(_quality(f"{name}, from raw text", _RAW, [(each.name, each.raw[name]) for each in figures]))
        print(_quality(f"{name}, words given", _GOLD, [(each.name, each.gold[name]) for each in figures]))
    print(_costs(figures, tests))


def _apart(model: Model, corpora: Path, tests: tuple[str, ...]) -> Figures:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(measure, model, corpora, tests).result()


def _quality(title: str, measures: tuple[str, ...], rows: list[tuple[str, Scores]]) -> str:
    return _table(title, measures, [(name, [_number(scores.f(each)) for each in measures]) for name, scores in rows])


def _costs(figures: list[Figures], tests: Sequence[str]) -> str:
    measures = [*(f"words/s {test}" for test in tests), "load s", "peak MB", "size MB"]
    rows = []
    for each in figures:
        speeds = [f"{each.speed[test]:.0f}" for test in tests]
        rows.append((each.name, [*speeds, f"{each.load:.1f}", f"{each.memory / 1e6:.0f}", f"{each.size / 1e6:.1f}"]))
    return _table("Cost, one thread", measures, rows)


def _table(title: str, measures: Sequence[str], rows: list[tuple[str, list[str]]]) -> str:
    """Return a table in Markdown."""
    lines = [["model", *measures], ["---"] * (len(measures) + 1), *([name, *values] for name, values in rows)]
    return f"### {title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


if __name__ == "__main__":
    typer.run(main)
