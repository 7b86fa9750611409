"""One name, however it is written: the key under which its spellings meet.

A name is cut into pieces at spaces, hyphens and slashes. A piece loses its diacritics, apostrophes and capitals; the
Arabic article is `al` however it is assimilated ("ash-Shabaab", "el-Sisi"); and a transliteration that
`spellings.tsv` lists becomes the first of its line ("Hizballah": hezbollah). Nothing else is folded, so that
look-alikes stay apart. Abbreviations keep their capitals: "U.S." is `US`, never `us`.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

Pieces = tuple[str, ...]

APOSTROPHES = "'’‘ʼʿʾ`´ʻ′"
HYPHENS = frozenset("-‐‑–")
ARTICLES = frozenset("el ad adh an ar as ash at ath az ez es er ul".split())

_LETTERS = str.maketrans(
    {
        "\xad": "",
        "\u200b": "",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ə": "a",
    }
    | {"Ø": "O", "Ł": "L", "Đ": "D", "İ": "I", "Æ": "AE", "Œ": "OE", "&": " and "}
)
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}](s)\b", re.IGNORECASE)
_NOTHING = str.maketrans("", "", APOSTROPHES + ".")
_CUT = re.compile(r"[^\w]+")
_ARTICLE = re.compile(rf"\b(?:{'|'.join(sorted(ARTICLES))})-(?=\w)", re.IGNORECASE)


def plain(text: str) -> str:
    """Return the text without diacritics and soft hyphens, each letter in its ASCII form where it has one."""
    if text.isascii():
        return text.replace("&", " and ")
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def cut(text: str) -> Pieces:
    """Cut a text into pieces that keep their capitals: "U.S.-backed" is US and backed, "Lord's" is Lord and s."""
    bare = plain(text)
    if not bare.isalnum():
        bare = _POSSESSIVE.sub(r" \1", bare).translate(_NOTHING)
    return tuple(piece for piece in _CUT.split(bare) if piece)


def slug(name: str) -> str:
    """Return a name as the last part of an id: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", re.sub(r"['’ʼ.]", "", name.lower()))) or "unnamed"


def _with_article(text: str) -> str:
    return _ARTICLE.sub("al ", text) if "-" in text else text


def is_abbreviation(name: str) -> bool:
    """Whether a name counts only as it is written: none of its letters small, or a short one like "LeT"."""
    return name.isupper() or (len(name) <= 5 and name[:1].isupper() and name[-1].isupper() and name.isalpha())


class Folding:
    """Folds names and tokens with a table of spellings (variant to the form it counts as)."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        self._spellings = dict(spellings)
        self.token = lru_cache(maxsize=1 << 15)(self._token)

    def key(self, name: str) -> str:
        """Return the key of a whole name; an abbreviation's is in capitals, any other in small letters."""
        if is_abbreviation(name):
            return " ".join(cut(name))
        return self.small_key(name)

    def keys(self, name: str) -> list[str]:
        """Return all keys under which a name is listed: also without a leading "al-"."""
        key = self.key(name)
        bare = key.removeprefix("al ")
        return [key, bare] if bare != key and len(bare) > 3 and "-" in name[:4] else [key]

    def small_key(self, name: str) -> str:
        """Return the key in small letters, also of what could be an abbreviation."""
        return " ".join(self._small(cut(_with_article(name))))

    def _small(self, pieces: Sequence[str]) -> Pieces:
        lowered = (piece.lower() for piece in pieces)
        return tuple(self._spellings.get(piece, piece) for piece in lowered)

    def _token(self, token: str) -> tuple[Pieces, Pieces]:
        """Return a token's pieces in small letters, and in capitals where it is written so, else nothing."""
        pieces = cut(_with_article(token))
        return self._small(pieces), pieces if is_abbreviation(token) or token.isdigit() else ()
