"""What a verb's vector says of the deed it tells of, learnt from the verbs that the lexicon of incidents knows.

Each verb of a text is labelled by the lexicon: the type of the incident it tells of, or none where no lexicon has it. A
verb that the lexicon has with other words beside it ("strike a deal") and that stands without them is left out. Every
lemma counts by the root of how often it occurs. A classifier is judged on lemmas that it has not learnt from: it is for
verbs that are new.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.language import Language

from casus.batches import batches
from casus.extraction.happenings import told_by
from casus.extraction.story import Story
from casus.extraction.triggers import TRIGGERS
from casus.knowledge import Knowledge
from casus.language.deeds import Deeds
from casus.language.layout import Layout
from casus.language.sentences import Reader
from casus.ontology import EventType
from casus.records import Document

Floats = NDArray[np.float32]

KINDS = ("none", *EventType)
FOLDS = 5
_AT_ONCE = 8  # lines of running text that are read together
_PENALTY = 1e-4  # of squared weights, after the vectors are scaled
_STEPS = 150
_SCALE = 4.0  # the length of a scaled vector, about: with it the penalty suits every width


@dataclass(frozen=True)
class Examples:
    """Verbs in sentences: their lemmas, their vectors (n, width) and their kinds (n), as places in KINDS."""

    lemmas: list[str]
    vectors: Floats
    kinds: NDArray[np.int64]

    def part(self, chosen: Sequence[int]) -> "Examples":
        """Return some of them."""
        return Examples([self.lemmas[place] for place in chosen], self.vectors[chosen], self.kinds[chosen])


def examples(lines: Iterable[str], nlp: Language, reader: Reader, knowledge: Knowledge) -> Examples:
    """Label the verbs of a text whose lines mostly follow one another."""
    found = [each for some in batches(lines, _AT_ONCE) for each in _verbs("".join(some), nlp, reader, knowledge)]
    lemmas, vectors, kinds = zip(*found, strict=True)
    return Examples(list(lemmas), np.array(vectors), np.array(kinds))


def _verbs(text: str, nlp: Language, reader: Reader, knowledge: Knowledge) -> Iterator[tuple[str, Floats, int]]:
    doc = nlp.make_doc(text)
    layout = Layout(doc)
    sentences = list(reader.sentences(layout.text()))
    layout.write(list(map(reader.parsed, sentences)), reader.labels)
    vectors = np.concatenate([scores.vector for scores in sentences])
    story = Story(Document(id="text", text=text), doc, knowledge)
    for token, vector in zip((token for token in doc if not token.is_space), vectors, strict=True):
        lemma = token.lemma_.lower()
        happening = told_by(token, story) if token.pos_ == "VERB" else None
        if happening is not None:
            yield lemma, vector, KINDS.index(happening.type)
        elif token.pos_ == "VERB" and (lemma, "VERB") not in TRIGGERS:
            yield lemma, vector, 0


def fit(learnt: Examples) -> Deeds:
    """Return a classifier: multinomial logistic regression, by L-BFGS."""
    mean, spread = learnt.vectors.mean(axis=0), learnt.vectors.std(axis=0) + 1e-6
    scale = _SCALE / (spread * len(mean) ** 0.5)
    vectors, kinds = torch.tensor((learnt.vectors - mean) * scale), torch.tensor(learnt.kinds)
    often = Counter(learnt.lemmas)
    shares = torch.tensor([often[lemma] ** -0.5 for lemma in learnt.lemmas])
    weights, bias = _minimised(vectors, kinds, shares / shares.sum())
    weights *= scale[:, None]
    return Deeds(weights, bias - mean @ weights, tuple(map(str, KINDS)))


def _minimised(vectors: torch.Tensor, kinds: torch.Tensor, shares: torch.Tensor) -> tuple[Floats, Floats]:
    weights = torch.zeros(vectors.shape[1], len(KINDS), requires_grad=True)
    bias = torch.zeros(len(KINDS), requires_grad=True)
    search = torch.optim.LBFGS([weights, bias], max_iter=_STEPS, line_search_fn="strong_wolfe")

    def cost() -> torch.Tensor:
        search.zero_grad()
        missed = torch.nn.functional.cross_entropy(vectors @ weights + bias, kinds, reduction="none")
        total = (missed * shares).sum() + _PENALTY * (weights**2).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    search.step(cost)
    return weights.detach().numpy(), bias.detach().numpy()


def judged(known: Examples, thresholds: Sequence[float]) -> Iterator[str]:
    """Yield a table's lines in Markdown: what is right on lemmas not learnt from, by how likely a guess has to be.

    Every lemma counts once, however often it occurs.
    """
    folds = [crc32(lemma.encode()) % FOLDS for lemma in known.lemmas]
    kinds, chances = np.zeros(len(folds), np.int64), np.zeros(len(folds), np.float32)
    for fold in range(FOLDS):
        others = [place for place, own in enumerate(folds) if own != fold]
        own = [place for place, each in enumerate(folds) if each == fold]
        kinds[own], chances[own] = fit(known.part(others)).guess(known.vectors[own])
    often = Counter(known.lemmas)
    shares = np.array([1 / often[lemma] for lemma in known.lemmas])
    is_right, is_deed = kinds == known.kinds, known.kinds != 0
    yield "| likely | guesses | right kind | a deed at all | of all deeds |"
    yield "|---|---|---|---|---|"
    for threshold in thresholds:
        guessed = (kinds != 0) & (chances >= threshold)
        of_guesses, of_deeds = shares[guessed].sum(), shares[is_deed].sum()
        right, real = shares[guessed & is_right].sum(), shares[guessed & is_deed].sum()
        figures = (right / of_guesses, real / of_guesses, right / of_deeds)
        yield f"| {threshold} | {guessed.sum()} | " + " | ".join(f"{figure:.2f}" for figure in figures) + " |"


def write(lines: Iterable[str], nlp: Language, folder: Path) -> str:
    """Write the classifier that goes with the net in a folder, and return how it is judged."""
    known = examples(lines, nlp, Reader(folder), Knowledge.load())
    fit(known).write(folder)
    return "\n".join(judged(known, (0.5, 0.6, 0.7, 0.8, 0.9)))
