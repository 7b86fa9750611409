"""Where: the places that a sentence gives a happening, and which place lies in which."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from casus.extraction import backdrop, syntax
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
_WITHIN = frozenset({"in", "at", "near", "inside", "outside"})
_MOVING = {
    "to": frozenset("deploy send dispatch move redeploy airlift rush advance return".split()),
    "through": frozenset("march parade rampage sweep storm".split()),
    "from": frozenset("withdraw pull retreat evacuate leave flee expel evict".split()),
}
"""Verbs of moving troops, by the preposition of where it happens."""
_BOUNDARIES = frozenset({"advcl", "acl", "acl:relcl", "ccomp", "parataxis"})
OCCURRING = frozenset(
    "take occur happen break erupt continue begin start end go rage spread turn resume kill leave wound injure hit"
    " rock".split()
)
"""Verbs whose subject happens where they say: an attack took place in, a blast rocked."""
_OBJECT_PLACES = frozenset({EventType.ASSAULT, EventType.COERCE})

_PHYSICAL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.MOBILIZE})


def places(story: Story, told: Sequence[Happening]) -> dict[Happening, list[Known]]:
    """Return each happening's places, the most specific of each conjunct."""
    found: dict[Happening, list[Known]] = {happening: [] for happening in told}
    by_token = {happening.head.i: happening for happening in told}
    for mention in [*story.mentions, *story.sites, *backdrop.referring(story)]:
        if not _is_place(mention):
            continue
        for happening in _of_place(story, mention, by_token):
            if mention.known not in found[happening]:
                found[happening].append(mention.known)
    found |= dict(_taken_over(found, by_token))
    found |= dict(_of_sentence(story, found))
    return {happening: _most_specific(known) for happening, known in found.items()}


def _taken_over(
    found: dict[Happening, list[Known]], by_token: dict[int, Happening]
) -> Iterator[tuple[Happening, list[Known]]]:
    """Places of what has none of its own from the occasion it was at: a truce declared during a summit in Egypt."""
    for occasion, known in found.items():
        if not known or not _is_occasion(occasion.head):
            continue
        upper = next((one for one in syntax.governors(occasion.head) if one.i in by_token or one.pos_ == "VERB"), None)
        if upper is None:
            continue
        for happening in [by_token[upper.i]] if upper.i in by_token else _below(upper, occasion.head, by_token):
            if not found[happening]:
                yield happening, known


def _of_sentence(story: Story, found: dict[Happening, list[Known]]) -> Iterator[tuple[Happening, list[Known]]]:
    """Places of what has none of its own from the place that its sentence begins with: `In Kabul, …`."""
    opening = {story.doc[one.head].sent.start: one.known for one in story.mentions if _opens_sentence(one, story)}
    for happening, known in found.items():
        start = happening.head.sent.start
        if not known and happening.type in _PHYSICAL and start in opening:
            yield happening, [opening[start]]


def _opens_sentence(mention: Mention, story: Story) -> bool:
    head = story.doc[mention.head]
    return _is_place(mention) and mention.start - head.sent.start <= 2 and _says_where(syntax.first_conjunct(head))


def _is_occasion(noun: Token) -> bool:
    preposition = syntax.preposition(noun)
    aside = noun.head.lemma_.lower() in {"sideline", "margin"} and preposition == "of"
    return noun.dep_ in {"obl", "nmod"} and (preposition in {"during", "at", "in", "amid"} or aside)


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
    if top is not None:
        yield from _nearest_above(top, by_token)
    yield from _in_where_clause(story.doc, mention, by_token)
    if syntax.child(head, "cop") is not None and (subject := syntax.subject(head)) is not None:
        yield from (by_token[one.i] for one in syntax.with_conjuncts(subject) if one.i in by_token)


def _in_where_clause(doc: Doc, mention: Mention, by_token: dict[int, Happening]) -> Iterator[Happening]:
    """What happened in `Goma, where rebels had looted shops`, wherever the parse hangs the clause."""
    after = next((token for token in doc[mention.end : mention.end + 2] if token.text != ","), None)
    if after is None or after.lower_ != "where" or after.head.dep_ not in syntax.CLAUSES:
        return
    for one in syntax.with_conjuncts(after.head):
        if one.i in by_token:
            yield by_token[one.i]
        else:
            yield from _below(one, after, by_token)


def _place_phrase(head: Token) -> Token | None:
    """The head of the phrase that is said to be the place: itself, or what it is inside of (a camp in Lahij)."""
    first = syntax.first_conjunct(head)
    if _says_where(first) or first.dep_ in {"obl:unmarked"} or first.dep_ == "advmod":
        return first
    if first.dep_ in {"appos", "nmod:poss", "compound", "nmod", "flat", "nmod:unmarked"}:
        upper = first.head
        inside = syntax.preposition(first) in {"", "of", "'s", "’s", "including"}
        if inside and upper.pos_ in {"NOUN", "PROPN"} and _says_where(upper):
            return upper
    return None


def _says_where(phrase: Token) -> bool:
    """Whether a preposition of place introduces it; one mistaken for the end of the noun before is its last word."""
    preposition = syntax.preposition(phrase)
    return preposition in _IN or preposition.rpartition(" ")[2] in _WITHIN or _is_goal(phrase, preposition)


def _is_goal(phrase: Token, preposition: str) -> bool:
    """Whether troops were sent to it or left it: deployed soldiers to Somalia, withdrew from Gaza."""
    return phrase.dep_ == "obl" and phrase.head.lemma_.lower() in _MOVING.get(preposition, ())


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
