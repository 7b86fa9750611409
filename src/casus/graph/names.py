"""Names made comparable, and the full-text queries that find them in any spelling."""

import re
import unicodedata

_DROPPED = re.compile(r"['’‘`ʿʾʻʼ´.]")
_SEPARATING = re.compile(r"[^\w]+|_+")


def fold(name: str) -> str:
    """Return a name without case, accents, apostrophes and hyphens: `Kata'ib Hezbollah` as `kataib hezbollah`."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return _SEPARATING.sub(" ", _DROPPED.sub("", plain)).strip().casefold()


def full_text(name: str) -> str:
    """Return the Lucene query for a name: every word as it is, as the beginning of one, or misspelt; none: "".

    Only letters, digits and what is added here get into it, so no text can be taken for an operator.
    """
    return " AND ".join(_word(word) for word in fold(name).split())


def _word(word: str) -> str:
    """Return a word's forms; how many edits Lucene may forgive grows with its length, two at most."""
    edits = 0 if len(word) < 4 else 1 if len(word) < 6 else 2
    misspelt = f" OR {word}~{edits}" if edits else ""
    return f'("{word}"^8 OR {word}*^2{misspelt})'
