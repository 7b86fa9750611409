"""Names to put in the place of others, so that the model learns what stands around a name and not a list of names."""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from training.corpus import Document, Sentence
from training.recipe import Names as Shares

_LISTS = Path(__file__).parent / "data" / "names.tsv"
_NAME = re.compile(r"(?:al-|Al-)?[A-Z][\w.'’ -]*")  # no brackets, commas, digits in front or notes
_INNER = {"flat", "compound"}  # relations inside a name that any other name of its length may have
Words = list[str]
Span = tuple[int, int, str]  # start, end, kind


class Names:
    """Names by kind and length, list by list, so that a long list does not drown a short one."""

    def __init__(self, folder: Path, tokenise: Callable[[str], Words]) -> None:
        self._by_length: dict[tuple[str, int], list[list[Words]]] = defaultdict(list)
        self._all: dict[str, list[list[Words]]] = defaultdict(list)
        with _LISTS.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                names = map(tokenise, sorted(set(_names(folder / row["file"], row["columns"], row["only"]))))
                self._add(row["kind"], [name for name in names if len(name) <= 5])

    def _add(self, kind: str, names: list[Words]) -> None:
        if names:
            self._all[kind].append(names)
        for length in range(1, 6):
            if of_length := [name for name in names if len(name) == length]:
                self._by_length[kind, length].append(of_length)

    def any(self, kind: str, chance: random.Random) -> Words:
        """Draw a name of a kind."""
        return chance.choice(chance.choice(self._all[kind]))

    def like(self, kind: str, length: int, chance: random.Random) -> Words | None:
        """Draw a name of a kind with so many words."""
        lists = self._by_length.get((kind, length))
        return chance.choice(chance.choice(lists)) if lists else None


def _names(path: Path, columns: str, only: str) -> Iterator[str]:
    key, _, value = only.partition("=")
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not only or row[key] == value:
                for column in columns.split("|"):
                    yield from (name for name in (row[column] or "").split("|") if _NAME.fullmatch(name))


class Swapper:
    """Puts other names into the sentences of a corpus, anew for each epoch."""

    def __init__(self, names: Names, shares: Shares) -> None:
        self._names = names
        self._shares = shares

    def __call__(self, documents: list[Document], chance: random.Random) -> list[Document]:
        """Return the documents with some of their names swapped."""
        return [[self._swapped(sentence, chance) for sentence in document] for document in documents]

    def _swapped(self, sentence: Sentence, chance: random.Random) -> Sentence:
        names = spans(sentence.entities) if sentence.trust == 1 else []
        if not names:
            return sentence
        organisation = any(kind == "ORG" for *_, kind in names)
        if not sentence.heads or (organisation and chance.random() < self._shares.loosened):
            return self._loosened(sentence, names, chance)
        words = sentence.words.copy()
        for start, end, kind in names:
            if chance.random() < self._shares.swapped and _plain(sentence, start, end):
                words[start:end] = self._names.like(kind, end - start, chance) or words[start:end]
        return replace(sentence, words=words)

    def _loosened(self, sentence: Sentence, names: list[Span], chance: random.Random) -> Sentence:
        """Swap names for others of any length; tags and tree, which no longer fit, are dropped."""
        words, spaces, entities = sentence.words.copy(), sentence.spaces.copy(), sentence.entities.copy()
        for start, end, kind in reversed(names):
            if chance.random() < 2 * self._shares.swapped:
                name = self._names.any(kind, chance)
                words[start:end] = name
                spaces[start:end] = [True] * (len(name) - 1) + [spaces[end - 1]]
                entities[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (len(name) - 1)
        return Sentence(words, spaces, entities, sentence.trust, sentence.opens_paragraph)


def _plain(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name is nothing but proper nouns, held together as any name of its length could be."""
    inside = range(start, end)
    tops = [word for word in inside if sentence.heads[word] - 1 not in inside]
    within = {sentence.relations[word] for word in inside if word not in tops}
    return len(tops) == 1 and within <= _INNER and all(sentence.upos[word] == "PROPN" for word in inside)


def spans(labels: list[str]) -> list[Span]:
    """Return the spans of BIO labels as (start, end, kind)."""
    found: list[Span] = []
    for place, label in enumerate(labels):
        if label.startswith("B-"):
            found.append((place, place + 1, label[2:]))
        elif label.startswith("I-") and found:
            found[-1] = (found[-1][0], place + 1, label[2:])
    return found
