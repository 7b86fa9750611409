"""The label sets, in the order in which the model counts them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from training.corpus import Sentence

ENTITIES = ["O", *(f"{mark}-{kind}" for kind in ("PER", "ORG", "LOC") for mark in "BI")]


@dataclass(frozen=True)
class Labels:
    """Labels by task, the commonest first."""

    upos: list[str]
    xpos: list[str]
    relations: list[str]
    entities: list[str]

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> "Labels":
        """Collect the labels that the sentences use."""
        upos: Counter[str] = Counter()
        xpos: Counter[str] = Counter()
        relations: Counter[str] = Counter()
        for sentence in sentences:
            upos.update(sentence.upos)
            xpos.update(sentence.xpos)
            relations.update(sentence.relations)
        return cls(*([label for label, _ in seen.most_common()] for seen in (upos, xpos, relations)), ENTITIES)
