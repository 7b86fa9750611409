"""How a word is written, in ten classes: the encoder reads lower case only, the net gets its capitals from here."""

from collections.abc import Sequence
from functools import lru_cache

ROOT, LOWER, UPPER, CAPITAL, TITLE, FIRST_TITLE, DIGIT, MIXED, SYMBOL, OTHER = range(10)


def shapes(words: Sequence[str]) -> list[int]:
    """Return the classes of a sentence's words; a capital says less about its first word, so that has its own."""
    classes = [shape(word) for word in words]
    if classes and classes[0] == TITLE:
        classes[0] = FIRST_TITLE
    return classes


@lru_cache(50_000)
def shape(word: str) -> int:
    """Return the class of a word within a sentence."""
    tests = (
        (LOWER, word.islower()),
        (CAPITAL, word.isupper() and len(word) == 1),
        (UPPER, word.isupper()),
        (TITLE, word.istitle()),
        (DIGIT, any(map(str.isdigit, word))),
        (MIXED, any(map(str.isupper, word))),
        (SYMBOL, not any(map(str.isalnum, word))),
    )
    return next((kind for kind, holds in tests if holds), OTHER)
