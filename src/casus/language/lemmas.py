"""A word with its part of speech to its lemma.

Inflected words go by lemminflect's dictionary and rules, the closed classes by `lemmas.tsv` (n't: not, them: they), and
names stay as they are.
"""

import csv
from functools import cache, lru_cache
from pathlib import Path

from lemminflect import getLemma

_CLOSED = Path(__file__).parent / "lemmas.tsv"
_INFLECTED = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
_AS_WRITTEN = frozenset({"PROPN", "PUNCT", "SYM", "X"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})  # also on the adjectives and nouns within names
_BASE_TAGS = frozenset({"NN", "VB", "VBP"})
_UNGRADED_TAGS = frozenset({"JJ", "RB"})


@lru_cache(100_000)
def lemma(form: str, upos: str, xpos: str) -> str:
    """Return the lemma of a form with its universal and Penn tags."""
    if upos in _AS_WRITTEN or xpos in _NAME_TAGS:
        return form
    if closed := _closed_class(form.lower().replace("’", "'"), upos, xpos):
        return closed
    if xpos in _UNGRADED_TAGS:
        return _with_its_capitals(form)
    return _inflected(form.lower(), upos, xpos) if upos in _INFLECTED else form.lower()


def _closed_class(form: str, upos: str, xpos: str) -> str | None:
    closed = _closed()
    return closed.get((upos, form, xpos)) or closed.get((upos, form, ""))


def _with_its_capitals(form: str) -> str:
    """Return a form that has no inflection; one that no dictionary has keeps its capital as its own, as in Iraqi."""
    lower = form.lower()
    known = form.isupper() or any(getLemma(lower, upos, lemmatize_oov=False) for upos in ("ADJ", "ADV"))
    return lower if known else form


def _inflected(form: str, upos: str, xpos: str) -> str:
    candidates = getLemma(form, upos)
    if xpos in _BASE_TAGS and form in candidates:
        return form
    return str(candidates[0]) if candidates else form


@cache
def _closed() -> dict[tuple[str, str, str], str]:
    """Return lemmas by part of speech, form and tag; without a tag for all others."""
    with _CLOSED.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["upos"], row["form"], row["tag"]): row["lemma"] for row in rows}
