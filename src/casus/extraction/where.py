"""Where: the places that a sentence gives a happening, and which place lies in which."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening
from casus.extraction.naming import Mention
from casus.extraction.story import Story
from casus.knowledge import Known, Role
from casus.ontology import EntityType, EventType

_IN = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "around",
        "across",
        "over",
        "off",
        "throughout",
        "into",
        "close to",
        "close",
        "toward",
        "towards",
        "south of",
        "north of",
        "east of",
        "west of",
    }
)
_BOUNDARIES = frozenset({"advcl", "acl", "acl:relcl", "ccomp", "parataxis"})
OCCURRING = frozenset(
    "take occur happen break erupt continue begin start end go rage spread turn resume kill leave wound injure hit"
    " rock".split()
)
"""Verbs whose subject happens where they say: an attack took place in, a blast rocked."""
_OBJECT_PLACES = frozenset({EventType.ASSAULT, EventType.COERCE})


def places(story: Story, told: Sequence[Happening]) -> dict[Happening, list[Known]]:
    """Return each happening's places, the most specific of each conjunct."""
    found: dict[Happening, list[Known]] = {happening: [] for happening in told}
    by_token = {happening.head.i: happening for happening in told}
    for mention in [*story.mentions, *story.sites]:
        if not _is_place(mention):
            continue
        for happening in _of_place(story, mention, by_token):
            if mention.known not in found[happening]:
                found[happening].append(mention.known)
    return {happening: _most_specific(known) for happening, known in found.items()}


def _is_place(mention: Mention) -> bool:
    return (
        mention.known.type in {EntityType.PLACE, EntityType.STATE}
        and not mention.is_adjective
        and mention.role is not Role.SEAT
    )


def _of_place(story: Story, mention: Mention, by_token: dict[int, Happening]) -> Iterator[Happening]:
    head = story.doc[mention.head]
    top = _place_phrase(head)
    if top is None and mention.known.type is EntityType.PLACE:
        top = _as_object(head, by_token)
    if top is None:
        return
    yield from _nearest_above(top, by_token)


def _place_phrase(head: Token) -> Token | None:
    """The head of the phrase that is said to be the place: itself, or what it is inside of (a camp in Lahij)."""
    first = syntax.first_conjunct(head)
    if syntax.preposition(first) in _IN or first.dep_ in {"obl:unmarked"}:
        return first
    if first.dep_ in {"appos", "nmod:poss", "compound", "nmod", "flat", "nmod:unmarked"}:
        upper = first.head
        inside = syntax.preposition(first) in {"", "of", "'s", "’s"}
        if inside and upper.pos_ in {"NOUN", "PROPN"} and syntax.preposition(upper) in _IN:
            return upper
    return None


def _as_object(head: Token, by_token: dict[int, Happening]) -> Token | None:
    """A town that is bombed, taken, stormed, or struck at is where it happens."""
    first = syntax.first_conjunct(head)
    chain = [first, *syntax.governors(first)][:3]
    for one in chain:
        if one.head.i in by_token and one.head != one:
            happening = by_token[one.head.i]
            goal = one.dep_ in {"obj", "nsubj:pass"} or syntax.preposition(one) in {
                "on",
                "against",
                "at",
                "into",
                "of",
                "to",
                "from",
            }
            return one if goal and happening.type in _OBJECT_PLACES | {EventType.RETREAT, EventType.CONSULT} else None
        if one.dep_ not in {"nmod:poss", "compound", "nmod", "amod", "appos", "flat"}:
            return None
    return None


def _nearest_above(top: Token, by_token: dict[int, Happening]) -> Iterator[Happening]:
    """The happening whose phrase or clause the place stands in; at a clause's root, all that the root has below."""
    for governor in syntax.governors(top):
        if governor.i in by_token:
            yield by_token[governor.i]
            return
        if governor.pos_ in {"VERB", "AUX"} or governor.head == governor:
            below = list(_below(governor, top, by_token))
            yield from below
            if below or _bounds(governor):
                return


def _bounds(verb: Token) -> bool:
    """Whether what is said below a verb is not said of what stands above it, as through a participle it is."""
    return verb.dep_ in _BOUNDARIES and not (verb.dep_ == "acl" and verb.tag_ in {"VBG", "VBN"})


def _below(verb: Token, top: Token, by_token: dict[int, Happening]) -> Iterator[Happening]:
    labels = {"obj", "nsubj:pass", "xcomp", "obl", "conj"} | ({"nsubj"} if verb.lemma_.lower() in OCCURRING else set())
    for part in syntax.children(verb, *labels):
        for one in syntax.with_conjuncts(part):
            if one.i in by_token and one != top:
                yield by_token[one.i]


def _most_specific(known: list[Known]) -> list[Known]:
    towns = [one for one in known if one.type is EntityType.PLACE]
    containing = {one.iso3 for one in towns}
    return [one for one in known if one.type is EntityType.PLACE or one.iso3 not in containing]
