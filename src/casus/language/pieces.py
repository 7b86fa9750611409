"""Words as the encoder sees them: word pieces, and the shape that its uncased vocabulary loses."""

from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

START, END, UNKNOWN = 101, 102, 100  # [CLS]; [SEP], which also parts paragraphs; [UNK]
SHAPES = 20  # classes of shape; 0 is for a piece that is part of no word

_LONGEST_WORD = 100  # characters; the piece model takes no more
_MOST_PIECES = 6  # the rest of a link or a long number tells nothing more
_REMEMBERED = 50_000  # words; news repeats itself


class Pieces:
    """The pieces of words, by a WordPiece model in the file format of `tokenizers`."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.of = lru_cache(_REMEMBERED)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        """Return a word's pieces, at least one and at most six."""
        encoding = self._tokenizer.encode(word[:_LONGEST_WORD], add_special_tokens=False)
        return tuple(encoding.ids[:_MOST_PIECES]) or (UNKNOWN,)


@lru_cache(_REMEMBERED)
def shape(word: str, spaced: bool) -> int:
    """Return the class of a word's capitals, digits and signs, and of whether white space comes before it."""
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
    return 2 * (tests.index(True) + 1) + spaced
