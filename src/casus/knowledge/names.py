"""The names in a sentence: every longest match of its tokens with the keys of what is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from casus.knowledge.folding import ARTICLES, HYPHENS, Folding, Pieces

Match = tuple[int, int, str]
"""Where a name stands, as token indices, half-open, and its key."""

_CLITICS = frozenset(("'s", "’s", "'", "’"))


class Names:
    """The keys of all names, and how to see them in a tokenised sentence.

    Words with the rule `small` may stand in small letters inside a name ("Movement for the Liberation of Congo", "Free
    Syrian army"); a key that is one word with the rule `inside` counts neither at the start of a sentence nor in a
    headline, one with the rule `never` not at all.
    """

    def __init__(self, keys: Iterable[str], folding: Folding, rules: Mapping[str, str]) -> None:
        self._folding = folding
        self._keys: set[str] = set()
        self._longest: dict[str, int] = {}
        self._small = frozenset(word for word, rule in rules.items() if rule == "small")
        self._inside = frozenset(word for word, rule in rules.items() if rule == "inside")
        self._never = frozenset(word for word, rule in rules.items() if rule == "never")
        self.add(keys)

    def add(self, keys: Iterable[str]) -> None:
        """Take in more keys."""
        for key in keys:
            first, _, rest = key.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if length > self._longest.get(first, 0):
                self._longest[first] = length
            self._keys.add(key)

    def matches(self, words: Sequence[str]) -> Iterator[Match]:
        """Give the longest matches from left to right, none overlapping another."""
        pieces = self._pieces(words)
        headline = _in_capitals(words)
        start = 0
        while start < len(words):
            end, key = self._longest_from(start, words, pieces, headline)
            if key:
                yield start, end, key
            start = max(end, start + 1)

    def _pieces(self, words: Sequence[str]) -> list[tuple[Pieces, Pieces]]:
        pieces = [self._folding.token(word) for word in words]
        for n in range(1, len(words)):
            if words[n] in HYPHENS and words[n - 1].lower() in ARTICLES:
                pieces[n - 1] = (("al",), ())
        return pieces

    def _longest_from(
        self, start: int, words: Sequence[str], pieces: Sequence[tuple[Pieces, Pieces]], headline: bool
    ) -> tuple[int, str]:
        small, capitals = pieces[start]
        if not small or words[start] in _CLITICS or not self._may_start(words[start], small[0]):
            return start, ""
        reach = max(self._longest.get(small[0], 0), self._longest.get(capitals[0], 0) if capitals else 0)
        best = (start, "")
        for end, key in self._grown(start, words, pieces, reach):
            if key in self._keys and self._counts(key, start, headline):
                best = (end, key)
        return best

    def _grown(
        self, start: int, words: Sequence[str], pieces: Sequence[tuple[Pieces, Pieces]], reach: int
    ) -> Iterator[tuple[int, str]]:
        """Give each span from `start` as its end and its key, in small letters and, if written so, in capitals."""
        so_far: Pieces = ()
        in_capitals: Pieces = ()
        all_capitals = True
        for end in range(start, len(words)):
            small, capitals = pieces[end]
            so_far += small
            if len(so_far) > reach or not self._may_continue(words[end], small, first=end == start):
                if end == start and reach:
                    yield from self._compound(start, words[start], small)
                return
            all_capitals = all_capitals and (bool(capitals) or not small)
            if not small:
                continue
            yield end + 1, " ".join(so_far)
            if all_capitals:
                in_capitals += capitals
                yield end + 1, " ".join(in_capitals)

    def _compound(self, start: int, word: str, small: Pieces) -> Iterator[tuple[int, str]]:
        """Give the first part of a token like "U.S.-backed", which the tokenizer leaves whole."""
        head, hyphen, tail = word.rpartition("-")
        if hyphen and tail.islower():
            lowered, capitals = self._folding.token(head)
            yield start + 1, " ".join(lowered)
            if capitals:
                yield start + 1, " ".join(capitals)

    def _may_start(self, word: str, piece: str) -> bool:
        return piece == "al" or word[0].isupper() or word[0].isdigit() or _inner_capital(word)

    def _may_continue(self, word: str, small: Pieces, *, first: bool) -> bool:
        if first:
            return " ".join(small) in self._keys or not word.rpartition("-")[2].islower() or "-" not in word
        return not small or not word[0].islower() or small[0] in self._small or _inner_capital(word)

    def _counts(self, key: str, start: int, headline: bool) -> bool:
        if key in self._never:
            return False
        return not ((headline or start == 0) and key.lower() in self._inside)


def _inner_capital(word: str) -> bool:
    """Whether a word has a capital after its first letter: "d'Ivoire", "eSwatini"."""
    return not word.islower() and not word[0].isupper()


def _in_capitals(words: Sequence[str]) -> bool:
    """Whether the sentence is a headline all in capitals."""
    letters = [word for word in words if word.isalpha()]
    return len(letters) > 3 and all(map(str.isupper, letters))
