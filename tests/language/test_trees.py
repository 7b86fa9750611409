from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from casus.language.trees import best_tree

Scores = NDArray[np.float64]


def is_tree_with_one_root(heads: tuple[int, ...]) -> bool:
    """heads[i] is the head of word i + 1; 0 is the root."""

    def reaches_root(word: int) -> bool:
        for _ in heads:
            word = heads[word - 1]
            if word == 0:
                return True
        return False

    return heads.count(0) == 1 and all(reaches_root(word) for word in range(1, len(heads) + 1))


def total(scores: Scores, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads, start=1)))


def best_of_all(scores: Scores) -> float:
    size = len(scores)
    trees = filter(is_tree_with_one_root, product(range(size), repeat=size - 1))
    return max(total(scores, tree) for tree in trees)


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_the_tree_found_is_the_best_of_all_trees_with_one_root(words: int) -> None:
    for seed in range(40):
        scores = np.random.default_rng(seed).normal(size=(words + 1, words + 1))
        heads = tuple(best_tree(scores)[1:].tolist())
        assert is_tree_with_one_root(heads)
        assert total(scores, heads) == pytest.approx(best_of_all(scores))


def test_a_cycle_of_favourites_is_broken_where_it_costs_least() -> None:
    scores = np.zeros((4, 4))
    scores[1, 2] = scores[2, 3] = scores[3, 1] = 9
    scores[:, 0] = [0, 1, 5, 2]
    assert best_tree(scores).tolist() == [0, 2, 0, 1]


def test_words_that_all_prefer_the_root_share_one() -> None:
    scores = np.zeros((4, 4))
    scores[:, 0] = [0, 50, 60, 50]
    heads = best_tree(scores)
    assert heads[2] == 0
    assert np.count_nonzero(heads[1:] == 0) == 1


@pytest.mark.parametrize("seed", range(5))
def test_a_long_sentence_full_of_cycles_still_gets_a_tree(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(151, 151))
    assert is_tree_with_one_root(tuple(best_tree(scores)[1:].tolist()))


def test_the_scores_handed_in_stay_as_they_are() -> None:
    scores = np.random.default_rng(1).normal(size=(6, 6))
    before = scores.copy()
    best_tree(scores)
    assert (scores == before).all()
