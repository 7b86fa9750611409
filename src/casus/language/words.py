"""Text to words as the treebanks cut them: spaCy's English tokenizer, but for what it cuts otherwise.

Runs of a sign are one word (!!!, =====), as are telephone numbers and words with a prefix that is no word (e-mail,
non-combatant); a time is not (7:30 | pm). `pro-`, `anti-` and `ex-` stay words of their own: they tell sides. spaCy's
own tokenizer is used, so a pipeline that is written to disk carries these rules with it.
"""

import re

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

_RUNS = ["[!?]{2,}", *(rf"{re.escape(sign)}{{2,}}" for sign in "=*_~#$<>+")]
_TIMES = ["(?<=[0-9])[AaPp][Mm]"]
_TELEPHONE = r"(?:\d{1,2}-)?(?:\d{3}-){0,2}\d{1,3}-\d{4}"
_PREFIXED = r"(?i:e|co|mid|multi|non|post|pre|semi)-[a-z]+"

_ABBREVIATED = (
    "Brig. Capt. Cmdr. Col. Cpl. Lt. Maj. Pres. Pvt. Sgt. Ft. etc. Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat."
).split()
_WHOLE = frozenset({"Wed", "wed", "Id", "id", "and/or"})  # to spaCy "We'd" and "I'd" without the apostrophe
_SPLIT = {"wanna": ("wan", "na"), "Wanna": ("Wan", "na")}


def tokenizer(nlp: Language) -> Tokenizer:
    """Return a tokenizer for English text with the pipeline's vocabulary."""
    defaults = nlp.Defaults
    rules = {word: parts for word, parts in (defaults.tokenizer_exceptions or {}).items() if word not in _WHOLE}
    rules |= {word: [{ORTH: word}] for word in _ABBREVIATED}
    rules |= {word: [{ORTH: part} for part in parts] for word, parts in _SPLIT.items()}
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex([*_RUNS, *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([*_RUNS, *(defaults.suffixes or ()), *_TIMES]).search,
        infix_finditer=compile_infix_regex(defaults.infixes or ()).finditer,
        token_match=re.compile(f"(?:{_TELEPHONE}|{_PREFIXED})$").match,
        url_match=defaults.url_match,
    )
