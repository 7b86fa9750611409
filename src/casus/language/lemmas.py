"""A word with its part of speech to its lemma.

Inflected words go by lemminflect's dictionary and rules, the closed classes by the net's edit scripts (n't: not, them:
they), and names stay as they are.
"""

from functools import lru_cache

from lemminflect import getLemma

_INFLECTED = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
_BY_SCRIPT = frozenset({"AUX", "DET", "PART", "PRON"})
_AS_WRITTEN = frozenset({"PROPN", "PUNCT", "SYM", "X"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})  # also on the adjectives and nouns within names
_BASE_TAGS = frozenset({"NN", "VB", "VBP"})
_UNGRADED_TAGS = frozenset({"JJ", "RB"})


@lru_cache(100_000)
def lemma(form: str, upos: str, xpos: str, script: str) -> str:
    """Return the lemma of a form with its universal and Penn tags, and the edit script that the net proposes."""
    if upos in _AS_WRITTEN or xpos in _NAME_TAGS:
        return form
    if upos in _BY_SCRIPT:
        return apply_script(form, script)
    if xpos in _UNGRADED_TAGS:
        return _with_its_capitals(form, script)
    return _inflected(form.lower(), upos, xpos) if upos in _INFLECTED else form.lower()


def _with_its_capitals(form: str, script: str) -> str:
    """Return a form that has no inflection; the script knows whether its capital is its own, as in Iraqi."""
    return form.lower() if script.startswith(("0", "=")) else form


def _inflected(form: str, upos: str, xpos: str) -> str:
    candidates = getLemma(form, upos)
    if xpos in _BASE_TAGS and form in candidates:
        return form
    return str(candidates[0]) if candidates else form


def apply_script(form: str, script: str) -> str:
    """Apply an edit script: `=lemma`, or `case|cut|suffix` with case 0 lower, 1 as it is, 2 the whole form.

    A script that would leave nothing leaves the form as its case says.
    """
    if script.startswith("="):
        return script[1:]
    case, cut, suffix = script.split("|", 2)
    if case == "2":
        return form
    stem = form if case == "1" else form.lower()
    kept = len(stem) - int(cut)
    return stem[:kept] + suffix if kept > 0 else stem
