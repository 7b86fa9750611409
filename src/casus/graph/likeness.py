"""How likely two names are one organisation's: a score from 0 to 1, and the reasons for it.

The two names that are most alike count, each being compared as it is folded (see names.py). Their words are paired: a
word with itself counts 1, with another transliteration of it (the same consonants: `kataeb`, `kataib`) 0.9, with a
misspelling of it as much as the two have in common. The score is the share of letters that are so paired. What only one
of the names has and says no more than what kind of organisation it is (`Wagner`, `Wagner Group`) weighs a quarter; a
name of nothing else is like no other. A name that is the initials of the other counts 0.85. One country for both adds
0.05, two different ones take 0.25 away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from casus.graph.names import fold

ALIKE = 0.8
"""The score from which two names are shown to people, to judge whether they are one organisation's."""

RESPELT = 0.9
INITIALS = 0.85
ONE_COUNTRY = 0.05
TWO_COUNTRIES = -0.25

_MISSPELT_FROM = 0.8
_SHORTEST_RESPELT = 4
_SHORTEST_MISSPELT = 5
_LIGHT_WEIGHS = 0.25

_KINDS = frozenset(
    "army battalion battalions brigade brigades cell command company corps council division faction fighters force"
    " forces front gang group guard guards insurgents militants militia militias movement network organisation"
    " organization party police rebels regiment squad troops union unit units".split()
)
_BETWEEN = frozenset("al and for in of on the".split())
_LIGHT = _KINDS | _BETWEEN
_SOUNDS = str.maketrans({"q": "k", "c": "k", "z": "s"} | dict.fromkeys("aeiouy"))


@dataclass(frozen=True)
class Names:
    """What an organisation is called, and the country it is of (ISO 3166-1 alpha-3)."""

    all: tuple[str, ...]
    iso3: str | None


class Likeness(NamedTuple):
    """How likely two organisations are one by two names, and why."""

    score: float
    reasons: list[str]


class _Spelling(NamedTuple):
    score: float
    reason: str


def likeness(one: Names, other: Names) -> Likeness:
    """Return how likely what has these names is what has those."""
    pairs = (_spelling(name, another) for name, another in product(one.all, other.all))
    best = max(pairs, default=_Spelling(0, "one of the two has no name"))
    points, said = _countries(one.iso3, other.iso3)
    return Likeness(round(min(max(best.score + points, 0), 1), 6), [best.reason, *said])


def is_initials(one: str, other: str) -> bool:
    """Whether a name is the initials of the other, with or without words like `of`."""
    short, words = _folded(one).replace(" ", ""), _folded(other).split()
    written = [word for word in words if word not in _BETWEEN]
    return len(short) > 2 and short in {"".join(word[0] for word in spelt) for spelt in (words, written)}


_folded = lru_cache(maxsize=1 << 15)(fold)


def _spelling(one: str, other: str) -> _Spelling:
    if is_initials(one, other) or is_initials(other, one):
        short, long = sorted((one, other), key=len)
        return _Spelling(INITIALS, f"{short} are the initials of {long}")
    share = _share(_folded(one), _folded(other))
    return _Spelling(
        share, f"{one} is spelt {'as' if share == 1 else 'much as' if share >= ALIKE else 'unlike'} {other}"
    )


def _share(one: str, other: str) -> float:
    """Return the share of letters of words that have their like in the other name."""
    words, others = one.split(), other.split()
    if not set(words) - _LIGHT or not set(others) - _LIGHT:
        return 0.0
    alike = total = 0.0
    for word in sorted(words, key=len, reverse=True):
        likest = max(others, key=lambda another: _word_likeness(word, another), default="")
        if found := _word_likeness(word, likest):
            others.remove(likest)
            words.remove(word)
            alike += found * len(word + likest)
            total += len(word + likest)
    return alike / (total + _weight(words, others))


def _weight(words: list[str], others: list[str]) -> float:
    """Return what words without their like weigh; army and council, one on either side, are two things."""
    two_kinds = not _KINDS.isdisjoint(words) and not _KINDS.isdisjoint(others)
    light = _BETWEEN if two_kinds else _LIGHT
    return sum(len(word) * (_LIGHT_WEIGHS if word in light else 1) for word in [*words, *others])


@lru_cache(maxsize=1 << 15)
def _word_likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST_RESPELT or not (one + other).isalpha() or _sounds(one)[0] != _sounds(other)[0]:
        return 0.0
    if _sounds(one) == _sounds(other):
        return RESPELT
    ratio = SequenceMatcher(None, min(one, other), max(one, other)).ratio()
    return ratio if shorter >= _SHORTEST_MISSPELT and ratio >= _MISSPELT_FROM else 0.0


def _sounds(word: str) -> str:
    """Return what different transliterations have in common: whether it begins with a vowel, and its consonants."""
    first = "a" if word[0] in "aeiou" else ""
    consonants = word.translate(_SOUNDS)
    single = "".join(letter for letter, before in zip(consonants, " " + consonants, strict=False) if letter != before)
    return first + (single.removesuffix("h") or single or word)


def _countries(one: str | None, other: str | None) -> tuple[float, Iterable[str]]:
    if one is None or other is None:
        return 0.0, ()
    return (
        (ONE_COUNTRY, [f"both are of {one}"]) if one == other else (TWO_COUNTRIES, [f"one is of {one}, one of {other}"])
    )
