"""The names in a sentence: every longest match of its tokens with the keys of what is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from casus.knowledge.folding import ARTICLES, HYPHENS, Folding, Pieces

Match = tuple[int, int, str]
"""Where a name stands, as token indices, half-open, and its key."""

_CLITICS = frozenset(("'s", "’s", "'", "’"))
_SHORTEST_IN_SMALL_LETTERS = 3


class Case(Enum):
    """What the capitals of a sentence are worth."""

    MIXED = "names are told by their capitals"
    CAPITALS = "a headline all in capitals: common words look like names"
    SMALL = "no capital at all: names look like common words"


class Names:
    """The keys of all names, and how to see them in a tokenised sentence.

    Words with the rule `small` may stand in small letters inside a name ("Movement for the Liberation of Congo", "Free
    Syrian army"); a key that is one word with the rule `inside` counts only where its capital says something: not in
    the first word of a sentence (unless all of it is in capitals), nor in a sentence all in capitals or without any;
    one with the rule `never` does not count at all.
    """

    def __init__(self, folding: Folding, rules: Mapping[str, str]) -> None:
        self._folding = folding
        self._keys: set[str] = set()
        self._longest: dict[str, int] = {}
        """For the first piece of a key of several, how many the longest has."""
        self._small = frozenset(word for word, rule in rules.items() if rule == "small")
        self._inside = frozenset(word for word, rule in rules.items() if rule == "inside")
        self._never = frozenset(word for word, rule in rules.items() if rule == "never")

    def add(self, keys: Iterable[str]) -> None:
        """Take in more keys."""
        longest = self._longest
        for key in keys:
            spaces = key.count(" ")
            if spaces:
                first = key[: key.index(" ")]
                if spaces >= longest.get(first, 0):
                    longest[first] = spaces + 1
        self._keys.update(keys)

    def matches(self, words: Sequence[str], case: Case) -> Iterator[Match]:
        """Give the longest matches from left to right, none overlapping another."""
        pieces = self._pieces(words)
        start = 0
        while start < len(words):
            end, key = self._longest_from(start, words, pieces, case)
            if key:
                end = _closed(start, end, words)
                yield start, end, key
            start = max(end, start + 1)

    def _pieces(self, words: Sequence[str]) -> list[tuple[Pieces, Pieces]]:
        pieces = [self._folding.token(word) for word in words]
        for n in range(1, len(words)):
            if words[n] in HYPHENS and words[n - 1].lower() in ARTICLES:
                pieces[n - 1] = (("al",), ())
        return pieces

    def _longest_from(
        self, start: int, words: Sequence[str], pieces: Sequence[tuple[Pieces, Pieces]], case: Case
    ) -> tuple[int, str]:
        small, capitals = pieces[start]
        if not small or words[start] in _CLITICS or not (case is Case.SMALL or _may_start(words[start], small[0])):
            return start, ""
        first = capitals[0] if capitals else small[0].upper() if case is Case.SMALL else small[0]
        reach = max(self._longest.get(small[0], 1), self._longest.get(first, 1))
        best = (start, "")
        for end, key in self._grown(start, words, pieces, reach, case):
            if key in self._keys and self._counts(key, start, case):
                best = (end, key)
        return best

    def _grown(
        self, start: int, words: Sequence[str], pieces: Sequence[tuple[Pieces, Pieces]], reach: int, case: Case
    ) -> Iterator[tuple[int, str]]:
        """Give each span from `start` as its end and its key in small letters; written in capitals, also that one."""
        so_far: Pieces = ()
        in_capitals: Pieces | None = ()
        for end in range(start, len(words)):
            small, capitals = pieces[end]
            if end == start and _is_compound(words[end]):
                yield from self._head(start, words[end])
            if len(so_far) + len(small) > reach or not (case is Case.SMALL or self._may_continue(end, words, small)):
                return
            if not small:
                continue
            so_far += small
            yield end + 1, " ".join(so_far)
            in_capitals = None if in_capitals is None or not capitals else in_capitals + capitals
            if in_capitals:
                yield end + 1, " ".join(in_capitals)
            if end == start and case is Case.SMALL and len(words[end]) >= _SHORTEST_IN_SMALL_LETTERS:
                yield end + 1, words[end].upper()

    def _head(self, start: int, word: str) -> Iterator[tuple[int, str]]:
        """Give the first part of a token like "U.S.-backed", which the tokenizer leaves whole."""
        small, capitals = self._folding.token(word.rpartition("-")[0])
        yield start + 1, " ".join(small)
        if capitals:
            yield start + 1, " ".join(capitals)

    def _may_continue(self, end: int, words: Sequence[str], small: Pieces) -> bool:
        word = words[end]
        return (
            not small
            or not word[0].islower()
            or small[0] in self._small
            or words[end - 1] in HYPHENS
            or _has_capital(word)
        )

    def _counts(self, key: str, start: int, case: Case) -> bool:
        if key in self._never:
            return False
        sure = case is Case.MIXED and (start > 0 or key.isupper())
        return sure or key.lower() not in self._inside


def case_of(words: Sequence[str]) -> Case:
    """Tell what the capitals of a sentence are worth."""
    letters = [word for word in words if word.isalpha()]
    if len(letters) < 4:
        return Case.MIXED
    if all(map(str.isupper, letters)):
        return Case.CAPITALS
    return Case.SMALL if not any(map(_has_capital, words)) else Case.MIXED


def _closed(start: int, end: int, words: Sequence[str]) -> int:
    """Take in the bracket that closes one inside the name: "Communist Party of India (Maoist)"."""
    name = "".join(words[start:end])
    return end + 1 if "(" in name and ")" not in name and words[end : end + 1] == [")"] else end


def _may_start(word: str, piece: str) -> bool:
    return piece == "al" or word[0].isdigit() or _has_capital(word)


def _has_capital(word: str) -> bool:
    """Whether a word has a capital anywhere: "Iran", "d'Ivoire", "eSwatini"."""
    return word[0].isupper() or (not word.islower() and any(map(str.isupper, word)))


def _is_compound(word: str) -> bool:
    head, hyphen, tail = word.rpartition("-")
    return bool(hyphen and head and tail.islower())
