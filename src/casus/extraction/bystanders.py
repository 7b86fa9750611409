"""Whom a text names only in passing: news agencies, speakers, the place it was written at, what measures a distance."""

from collections import defaultdict
from collections.abc import Set

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.naming import Mention
from casus.extraction.nouns import Standing, standing
from casus.extraction.story import Story
from casus.ontology import EntityType

_SAYING = frozenset("say tell report add note write comment explain quote cite announce".split())
_MEDIA = frozenset(
    "newspaper daily weekly magazine television tv radio channel station broadcaster agency journal".split()
)
_MEASURES = frozenset(
    "kilometer kilometre km mile metre meter m west east north south northwest northeast southwest southeast".split()
)
_DATELINE = 8
"""How far into a text its dateline reaches, in tokens."""
_DASHES = frozenset({"-", "–", "—", "--"})
_PARTS_OF_NAME = frozenset({"conj", "appos", "flat", "compound", "nmod:desc"})


def in_view(story: Story, telling: Set[int]) -> set[str]:
    """Return the ids of all entities that the text names as more than a bystander.

    `telling` are the first tokens of the sentences that tell of an incident: who speaks there has a part in it.
    """
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in story.mentions:
        named[mention.known.id].append(mention)
    return {id_ for id_, mentions in named.items() if not all(_in_passing(one, story, telling) for one in mentions)}


def _in_passing(mention: Mention, story: Story, telling: Set[int]) -> bool:
    head = story.doc[mention.head]
    return (
        (mention.is_adjective and not _owns_forces(head))
        or _is_medium(mention, head)
        or (_only_speaks(mention, head) and head.sent.start not in telling)
        or _is_dateline(mention, story)
        or _measures(head)
    )


def _owns_forces(adjective: Token) -> bool:
    """Whether an adjective says whose forces or officials these are: Nigerian pilots."""
    return standing(adjective.head) in {Standing.FORCES, Standing.OFFICIAL, Standing.BODY}


def _is_medium(mention: Mention, head: Token) -> bool:
    if mention.known.kind == "media":
        return True
    above = head.head if head.dep_ in _PARTS_OF_NAME | {"nmod"} else head
    return any(one.lemma_.lower() in _MEDIA for one in (head, above))


def _only_speaks(mention: Mention, head: Token) -> bool:
    """Whether a person or body is there as a source: said X, according to X."""
    if mention.known.type in {EntityType.STATE, EntityType.PLACE}:
        return False
    top = head
    while top.dep_ in _PARTS_OF_NAME:
        top = top.head
    if syntax.preposition(top) == "according to":
        return True
    return top.dep_.startswith("nsubj") and top.head.lemma_.lower() in _SAYING


def _is_dateline(mention: Mention, story: Story) -> bool:
    """Whether a place is where the text was written: `BEIRUT, Aug 4 (Agency) -`."""
    sentence = story.doc[mention.head].sent
    if mention.start - sentence.start > 1 or mention.known.type not in {EntityType.PLACE, EntityType.STATE}:
        return False
    after = story.doc[mention.end : min(sentence.end, mention.end + _DATELINE)]
    return any(one.text in _DASHES for one in after)


def _measures(head: Token) -> bool:
    """Whether a place only says where another one lies: 50 km west of Baghdad."""
    return syntax.preposition(head) in {"of", "from"} and head.head.lemma_.lower() in _MEASURES
