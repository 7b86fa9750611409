"""What is promised, demanded or threatened: speech that makes of a deed an incident of another type.

After PLOVER: to be ready to help or to give way is AGREE, to say that another must do something is REQUEST, to announce
harm unless something happens is THREATEN.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening, Trigger
from casus.extraction.story import Story
from casus.ontology import EventType

_READY = frozenset({"willing", "ready", "prepared", "offer", "promise", "pledge", "agree", "volunteer"})
_COOPERATIVE = frozenset({EventType.AID, EventType.RETREAT, EventType.CONCEDE, EventType.COOPERATE, EventType.SUPPORT})
_COMING = frozenset({EventType.AID, EventType.SUPPORT, EventType.CONCEDE})
_HARMFUL = frozenset({EventType.COERCE, EventType.SANCTION, EventType.ASSAULT, EventType.RETREAT, EventType.MOBILIZE})
_SAYING = frozenset("say declare state reiterate stress insist argue tell maintain warn announce add".split())
_MUST = frozenset({"must", "should"})
_DEMAND = Trigger("must", frozenset(), "VERB", EventType.REQUEST, None, "subj", (("csubj",),), "speech:must")


def recast(happening: Happening) -> Happening:
    """Return the happening under the type that the words around it make of it."""
    if happening.is_noun:
        return happening
    verb = happening.head
    if happening.type in _HARMFUL and _is_announced(verb) and _has_condition(verb):
        return _as(happening, EventType.THREATEN)
    if happening.type in _COOPERATIVE and (_is_offered(verb) or (happening.type in _COMING and _is_coming(verb))):
        return _as(happening, EventType.AGREE)
    return happening


def demands(story: Story) -> Iterator[Happening]:
    """Yield what a speaker says that another must do."""
    for sentence in story.sentences:
        for token in sentence:
            if token.lower_ in _MUST and token.dep_ == "aux" and _is_said(token.head):
                yield Happening(token.head.head, _DEMAND, (token,))


def _as(happening: Happening, type_: EventType) -> Happening:
    return replace(happening, trigger=replace(happening.trigger, type=type_, mode=None))


def _is_offered(verb: Token) -> bool:
    return verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.lemma_.lower() in _READY


def _is_coming(verb: Token) -> bool:
    return any(part.lower_ in {"will", "shall", "'ll"} for part in verb.children) and not syntax.is_negated(verb)


def _is_announced(verb: Token) -> bool:
    return any(part.lower_ in {"will", "would", "shall"} for part in verb.children)


def _has_condition(verb: Token) -> bool:
    return any(
        syntax.preposition(clause).split(" ")[0] in {"unless", "if"} for clause in syntax.children(verb, "advcl")
    )


def _is_said(verb: Token) -> bool:
    said = verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_.lower() in _SAYING
    return said and any(part.dep_.startswith("nsubj") for part in verb.children)
