"""What common nouns stand for: forces and officials, assets and people, fighters and groups."""

from enum import StrEnum

from spacy.tokens import Token

from casus.extraction.lexicon import FOLDER, rows


class Standing(StrEnum):
    """How a phrase stands for its entity."""

    ITSELF = "itself"
    FORCES = "forces"
    BODY = "body"
    OFFICIAL = "official"
    ASSET = "asset"
    PEOPLE = "people"
    FIGHTERS = "fighters"
    GROUP = "group"
    LEADER = "leader"
    ALLIANCE = "alliance"
    PERSON = "person"


_STANDS_FOR = {
    row.text("word"): row.converted("stands", Standing)
    for row in rows(FOLDER / "nouns.tsv", ("word", "stands", "comment"))
}


def standing(token: Token) -> Standing | None:
    """Return how a noun stands for somebody; None where it does not.

    A noun that begins a sentence can be tagged as a name, and then keeps its form as its lemma: Warplanes.
    """
    word = token.lower_
    forms = (token.lemma_.lower(), word, word.removesuffix("s"))
    return next((_STANDS_FOR[form] for form in forms if form in _STANDS_FOR), None)


def is_rank(token: Token) -> bool:
    """Tell whether a word begins `No. 2`, said of a leader."""
    after = token.doc[token.i + 1 : token.i + 3].text
    return token.text in {"No", "No."} and after.lstrip(". ")[:1].isdigit()
