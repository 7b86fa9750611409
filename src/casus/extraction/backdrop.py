"""Places told without their names: `in the same city`, `the country's north`, `there`."""

from collections.abc import Iterator

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.naming import Mention
from casus.extraction.story import Story
from casus.knowledge import Known, Role
from casus.ontology import EntityType

_FAR = 80
"""How far back such a word can refer, in tokens."""
_KINDS: dict[str, frozenset[str]] = (
    dict.fromkeys(("country", "nation"), frozenset({"state", "territory"}))
    | dict.fromkeys(("city", "town", "village"), frozenset({"city", "capital", "unknown"}))
    | dict.fromkeys(("territory", "enclave", "strip"), frozenset({"territory", "region", "province", "unknown"}))
    | dict.fromkeys(
        ("province", "region", "district", "state"), frozenset({"province", "region", "district", "unknown"})
    )
    | {"island": frozenset({"island"}), "capital": frozenset({"capital", "city"}), "base": frozenset({"base"})}
)
"""What kinds of place a noun can mean."""
_DEFINITE = frozenset({"the", "this", "that"})
_PLAIN = frozenset({"same", "whole", "entire", "war-torn", "besieged", "divided", "troubled"})


def referring(story: Story) -> list[Mention]:
    """Return the nouns and adverbs that mean a place named before, each as a mention of that place."""
    return [
        Mention(token.i, token.i + 1, token.i, known, Role.NAME)
        for token in story.doc
        if (known := _meant(token, story)) is not None
    ]


def _meant(token: Token, story: Story) -> Known | None:
    if token.lower_ == "there" and token.dep_ == "advmod" and token.tag_ == "RB":
        return next((known for known, scene in _places_before(token, story) if scene), None)
    kinds = _KINDS.get(token.lemma_.lower())
    if kinds is None or token.pos_ != "NOUN" or story.named(token) is not None or not _refers_back(token):
        return None
    return next((known for known, _ in _places_before(token, story) if known.kind in kinds), None)


def _refers_back(noun: Token) -> bool:
    """Whether it is `the city` and no more: not `the city of Aleppo`, nor `the northern city`."""
    determiner = syntax.child(noun, "det")
    if determiner is None or determiner.lower_ not in _DEFINITE or noun.tag_ != "NN":
        return False
    others = [
        part for part in noun.children if part.dep_ in {"amod", "compound", "nmod", "appos", "nmod:poss", "acl:relcl"}
    ]
    return all(part.lower_ in _PLAIN for part in others)


def _places_before(token: Token, story: Story) -> Iterator[tuple[Known, bool]]:
    """Yield the places before a token, nearest first, and whether something is said to be there."""
    for mention in story.before(token):
        if token.i - mention.end > _FAR:
            return
        if mention.known.type in {EntityType.PLACE, EntityType.STATE} and mention.role is not Role.SEAT:
            first = syntax.first_conjunct(story.doc[mention.head])
            is_scene = mention.known.type is EntityType.PLACE or bool(syntax.preposition(first))
            yield mention.known, is_scene and not mention.is_adjective
