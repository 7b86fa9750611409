"""Which state the text has in view where a phrase does not say whose a body is: "the army", "three policemen"."""

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.naming import Mention
from casus.extraction.story import Story
from casus.knowledge import Known
from casus.ontology import EntityType

WORDS = 120
"""For how many words what was spoken of stays in view."""
PLACING = frozenset("in at near from outside inside into around across throughout through to within of".split())
"""Prepositions with which a name says where, not who."""
_ATTACHED = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "flat"})


def state_before(token: Token, story: Story) -> Known | None:
    """Return the state that the nearest sentence with any before a word is about: its subject's, else the last."""
    near = [one for one in story.before(token) if token.i - one.end <= WORDS]
    known = [(mention, state) for mention in near if (state := _state(mention, story)) is not None]
    if not known:
        return None
    sentence = story.doc[known[0][0].head].sent
    there = [(mention, state) for mention, state in known if mention.start >= sentence.start]
    acting = [state for mention, state in there if _is_in_subject(story.doc[mention.head])]
    return acting[0] if acting else known[0][1]


def state_around(token: Token, story: Story) -> Known | None:
    """Return the state of the place named further on in the sentence: killed three policemen in Mosul."""
    after = [one for one in story.named_between(token.i + 1, token.sent.end) if not one.is_adjective]
    placed = (one for one in after if syntax.preposition(story.doc[one.head]) in PLACING)
    return next((state for one in placed if (state := _state(one, story)) is not None), None)


def _state(mention: Mention, story: Story) -> Known | None:
    if mention.known.type is EntityType.STATE:
        return mention.known
    here = mention.known.type in {EntityType.PLACE, EntityType.PERSON}
    return story.state(mention.known.iso3) if here else None


def _is_in_subject(head: Token) -> bool:
    """Whether a name is the subject of its clause or says whose that is."""
    while head.dep_ in _ATTACHED and head.head != head:
        head = head.head
    return head.dep_.startswith("nsubj")
