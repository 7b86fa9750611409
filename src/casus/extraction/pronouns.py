"""What a pronoun can refer back to: the subjects before it, nearest first, that agree with it."""

from collections.abc import Iterator

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.nouns import Standing
from casus.extraction.story import is_group
from casus.knowledge import Known

_SINGULAR = frozenset({"it", "its", "itself"})
_PERSONAL = frozenset({"he", "his", "him", "himself", "she", "her", "herself"})
_PLURAL = frozenset({"they", "their", "them", "themselves", "we", "our", "us"})


def antecedents(token: Token) -> Iterator[Token]:
    """Subjects before the pronoun, nearest first: in its sentence, then in the two before; then any other noun.

    A possessive means its own clause's subject before any other (asked the court to stop its inquiry), an object never.
    """
    clause = syntax.clause_head(token)
    own = syntax.subject(clause) if clause.pos_ == "VERB" else None
    if token.tag_ == "PRP$":
        yield from [own] if own is not None and own.i < token.i and _is_nominal(own) else []
        yield from _candidates(token)
    else:
        acted_on = token.dep_ in {"obj", "iobj", "obl"}
        yield from (one for one in _candidates(token) if not (acted_on and syntax.relative(one, one.head) == own))


def _candidates(token: Token) -> Iterator[Token]:
    sentence = token.sent
    yield from _heads_before(token, sentence.start, subjects=True)
    if token.tag_ == "PRP$" or token.dep_ in {"obj", "iobj", "obl"} or token.lower_ in _PERSONAL | {"they"}:
        yield from _heads_before(token, sentence.start, subjects=False)
    start = sentence.start
    for _ in range(2):
        if start == 0:
            return
        earlier = token.doc[start - 1].sent
        end = token.doc[start - 1]
        subjects = list(_heads_before(end, earlier.start, subjects=True, inclusive=True))
        yield from sorted(subjects, key=lambda one: one.head.dep_ != "ROOT")
        start = earlier.start


def agrees(pronoun: Token, candidate: Token, known: Known, standing: Standing) -> bool:
    """Tell whether a pronoun can mean what a noun stands for, by person and number."""
    word = pronoun.lower_
    if word in _PERSONAL:
        return standing in {Standing.PERSON, Standing.OFFICIAL}
    if word in _SINGULAR:
        return standing is not Standing.PERSON and candidate.tag_ not in {"NNS"}
    if word in _PLURAL:
        plural = candidate.tag_ in {"NNS", "NNPS"} or bool(syntax.children(candidate, "conj"))
        return plural or is_group(known) or standing in {Standing.FORCES, Standing.FIGHTERS}
    return False


def _heads_before(token: Token, start: int, *, subjects: bool, inclusive: bool = False) -> Iterator[Token]:
    last = token.i + 1 if inclusive else token.i
    for i in range(last - 1, start - 1, -1):
        other = token.doc[i]
        if other.dep_.startswith("nsubj") == subjects and _is_nominal(other):
            yield other


def _is_nominal(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"} or token.tag_ in {"WDT", "WP"}
