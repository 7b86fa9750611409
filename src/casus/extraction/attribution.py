"""Who says so: on whose word a clause stands, and whether that word denies it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.parties import Parties
from casus.knowledge import Known
from casus.ontology import Polarity

_SAYING = frozenset(
    "say tell claim allege accuse report insist state announce declare believe blame suspect warn argue add note"
    " confirm admit acknowledge charge suggest".split()
)
_DENYING = frozenset("deny reject dismiss refute disown".split())
_DENIED_NOUNS = frozenset("claim accusation allegation charge report suggestion involvement responsibility".split())
_DOUBTED = frozenset("accuse allege suspect claim charge blame believe".split())


@dataclass(frozen=True)
class Voice:
    """Whose word a clause is, whether it is a denial, and whether it is only alleged."""

    speaker: Known | None = None
    denied: bool = False
    alleged: bool = False

    def polarity(self, word: Token) -> Polarity:
        """Return whether a word asserts or denies: by the voice that its clause is told in, or by its own `not`."""
        return Polarity.DENIED if self.denied or syntax.is_negated(word) else Polarity.ASSERTED


def voice(token: Token, parties: Parties) -> Voice:
    """Return in whose voice a word's clause is told."""
    for governor, below in _upwards(token):
        lemma = governor.lemma_.lower()
        if lemma in _DENYING and below.dep_ in {"ccomp", "xcomp", "obj", "obl", "acl", "nmod", "advcl"}:
            return Voice(_speaker(governor, parties), denied=True)
        if lemma in _SAYING and below.dep_ in {"ccomp", "xcomp", "advcl", "obl", "parataxis"}:
            inner = voice(governor, parties) if governor.head != governor else Voice()
            return Voice(_speaker(governor, parties), denied=inner.denied, alleged=lemma in _DOUBTED)
    return _according_to(token, parties)


def _upwards(token: Token) -> Iterator[tuple[Token, Token]]:
    below = token
    for governor in syntax.governors(token):
        if not (governor.pos_ == "NOUN" and governor.lemma_.lower() not in _DENIED_NOUNS and below.dep_ == "acl:relcl"):
            yield governor, below
        below = governor


def _speaker(verb: Token, parties: Parties) -> Known | None:
    subject = syntax.subject(verb)
    speakers = parties.of(subject) if subject is not None else []
    return speakers[0].known if speakers else None


def _according_to(token: Token, parties: Parties) -> Voice:
    top = syntax.clause_head(token)
    for source in syntax.obliques(top, "according to"):
        speakers = parties.of(source)
        return Voice(speakers[0].known if speakers else None)
    for clause in syntax.children(top, "parataxis"):
        if clause.lemma_.lower() in _SAYING:
            return Voice(_speaker(clause, parties), alleged=clause.lemma_.lower() in _DOUBTED)
    return Voice()
