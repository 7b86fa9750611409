"""The word pieces of a word, and the numbers the encoder knows them by."""

from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

START, END = 101, 102  # [CLS], which also stands for the root, and [SEP]

_LONGEST_WORD = 100  # characters; the piece model takes no more
_MOST_PIECES = 24  # only the first carries the word, the others inform it
_REMEMBERED = 50_000  # words; news repeats itself


class Pieces:
    """The pieces of words, by a WordPiece model in the file format of `tokenizers`."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.of = lru_cache(_REMEMBERED)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        """Return a word's pieces; none for a word of characters that the model drops."""
        encoding = self._tokenizer.encode(word[:_LONGEST_WORD], add_special_tokens=False)
        return tuple(encoding.ids[:_MOST_PIECES])
