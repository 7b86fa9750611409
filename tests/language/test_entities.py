from itertools import product

import numpy as np
import pytest

from casus.language.entities import Tagging

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")


def is_legal(labels: tuple[str, ...]) -> bool:
    pairs = zip(("O", *labels), labels, strict=False)
    return all(not after.startswith("I-") or before[1:] == after[1:] for before, after in pairs)


def test_the_labels_found_are_the_best_of_all_legal_ones() -> None:
    for seed in range(40):
        scores = np.random.default_rng(seed).normal(size=(4, len(LABELS)))
        found = Tagging(LABELS).best(scores)
        legal = [way for way in product(range(5), repeat=4) if is_legal(tuple(LABELS[label] for label in way))]
        best = max(sum(scores[word, label] for word, label in enumerate(way)) for way in legal)
        assert sum(scores[word, label] for word, label in enumerate(found)) == pytest.approx(best)


def test_an_entity_does_not_go_on_before_it_began() -> None:
    scores = np.array([[0, 3, 5, 0, 0], [0, 0, 0, 0, 2.5]])
    assert [LABELS[label] for label in Tagging(LABELS).best(scores)] == ["B-PER", "O"]


def test_an_entity_may_begin_where_another_of_its_kind_ends() -> None:
    scores = np.array([[0, 3, 0, 0, 0], [0, 3, 2.5, 0, 0]])
    assert [LABELS[label] for label in Tagging(LABELS).best(scores)] == ["B-PER", "B-PER"]
