"""By what means: the mode of an assault, by the weapons that stand beside the word that tells of it."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening
from casus.extraction.lexicon import FOLDER, rows
from casus.ontology import EventType

MEANS = {row.text("word"): row.text("mode") for row in rows(FOLDER / "means.tsv", ("word", "mode", "comment"))}
_STRONGEST = ("suicide-attack", "drone", "unconventional", "aerial", "torture", "explosives")
"""What decides where several words stand together: a suicide car bomb, a drone’s missile."""
_BY = frozenset({"with", "by", "in", "from", "using", "of", "under"})
_GENERAL = frozenset({"explosives", "heavy-weapons", "targeted"})
"""What a word tells by itself that the means beside it makes more exact: a suicide bombing."""


def with_means(happening: Happening) -> Happening:
    """Return an assault under the mode that the weapons beside its word give; anything else as it is."""
    trigger = happening.trigger
    if trigger.type is not EventType.ASSAULT or (trigger.mode and trigger.mode not in _GENERAL):
        return happening
    found = [mode for token in _beside(happening.head) if (mode := MEANS.get(token.lemma_.lower()))]
    if trigger.mode:
        found = [mode for mode in found if mode in _STRONGEST]
    mode = next((one for one in _STRONGEST if one in found), next(iter(found), None))
    return replace(happening, trigger=replace(trigger, mode=mode)) if mode else happening


def _beside(head: Token) -> Iterator[Token]:
    """Modifiers, what hangs on the deed by with, by, in; of a verb also who does it and what they are armed with."""
    for doer in _doers(head) if head.pos_ == "VERB" else [head]:
        yield from _thing(doer)
    for part in [*head.children, *(inner for one in syntax.objects(head) for inner in one.children)]:
        if part.dep_ in syntax.OBLIQUES and syntax.preposition(part) in _BY:
            yield from _thing(part)
        if part.dep_ in {"advcl", "acl"} and part.lemma_ in {"use", "fire", "detonate", "wield"}:
            yield from (word for one in syntax.objects(part) for word in _thing(one))


def _doers(verb: Token) -> list[Token]:
    if syntax.is_passive(verb):
        return syntax.agents(verb)
    subject = syntax.subject(verb)
    return [subject] if subject is not None else []


def _thing(head: Token) -> Iterator[Token]:
    yield head
    yield from (part for part in head.children if part.dep_ in {"compound", "amod"})
    for clause in syntax.children(head, "acl", "amod"):
        if clause.lemma_ in {"arm", "use", "wield", "carry"}:
            yield from (*syntax.obliques(clause, "with"), *syntax.objects(clause))
