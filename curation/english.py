"""English words, so that a town called Reading or a minister called Price is not found in every text.

The words are those that Webster's Second (package english-words) writes in small letters.
"""

from functools import cache

from english_words import get_english_words_set  # type: ignore[import-untyped]

ENDINGS = {"s": "", "es": "", "ies": "y", "ed": "", "d": "", "ing": "", "er": "", "ers": ""}


@cache
def _words() -> frozenset[str]:
    return frozenset(word for word in get_english_words_set(["web2"], lower=False, alpha=True) if word.islower())


def is_word(name: str) -> bool:
    """Whether a name, in small letters, is an English word or an inflected form of one."""
    lowered = name.lower()
    stems = (lowered.removesuffix(ending) + rest for ending, rest in ENDINGS.items() if lowered.endswith(ending))
    return lowered in _words() or any(len(stem) > 2 and stem in _words() for stem in stems)
