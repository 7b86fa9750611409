"""Words as the encoder sees them: word pieces from a cache, and the shape that an uncased vocabulary loses."""

from pathlib import Path

from tokenizers import Tokenizer

SHAPES = 20
LONGEST_WORD = 6  # pieces; the rest of a link or a string of digits tells nothing more


def shape(word: str, spaced: bool) -> int:
    """Return the class of a word's case and of the white space before it, from 1 up; 0 is for what is no word."""
    return 2 * _case(word) + spaced


def _case(word: str) -> int:
    tests = (
        word.islower(),
        word.isupper() and len(word) > 1,
        word.isupper(),
        word.istitle(),
        word.isdigit(),
        any(map(str.isdigit, word)),
        any(map(str.isupper, word)),
        not any(map(str.isalnum, word)),
        True,
    )
    return tests.index(True) + 1


class WordPieces:
    """The word pieces of words, kept once they have been asked for."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}
        self.start, self.end, self.unknown = map(self._tokenizer.token_to_id, ("[CLS]", "[SEP]", "[UNK]"))

    def __call__(self, word: str) -> list[int]:
        """Return at least one piece and at most `LONGEST_WORD`."""
        pieces = self._known.get(word)
        if pieces is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            pieces = self._known[word] = ids[:LONGEST_WORD] or [self.unknown]
        return pieces
