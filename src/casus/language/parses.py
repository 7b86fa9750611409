"""A sentence's scores to its parse."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casus.language.deeds import Deeds
from casus.language.entities import Tagging
from casus.language.net import Net, Scores
from casus.language.trees import best_tree

Ints = NDArray[np.intp]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Parse:
    """What is decided of a sentence of n words: arrays of n numbers, most of which index the model's labels."""

    heads: Ints  # the distance from a word to its head; 0 for the one that has none
    relations: Ints
    upos: Ints
    xpos: Ints
    entities: Ints
    deeds: Ints
    chances: Floats  # of the deeds

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.heads)


def parse(net: Net, sentence: Scores, tagging: Tagging, kinds: Deeds) -> Parse:
    """Return the best tree with its best relations, the best entity labels, and the tags as the net has them."""
    heads = best_tree(net.arcs(sentence))[1:]
    deeds, chances = kinds.guess(sentence.vector)
    return Parse(
        heads=np.where(heads == 0, 0, heads - np.arange(1, len(heads) + 1)),
        relations=net.relations(sentence, heads).argmax(axis=1),
        upos=sentence.upos.astype(np.intp),
        xpos=sentence.xpos.astype(np.intp),
        entities=tagging.best(sentence.entity),
        deeds=deeds,
        chances=chances,
    )
