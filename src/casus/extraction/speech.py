"""What is promised, demanded or threatened: speech that makes of a deed an incident of another type.

After PLOVER: to be ready to help or to give way, and help that is to come, is AGREE; not to be ready to is REJECT; to
say that another must do something is REQUEST; to announce harm is THREATEN.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening
from casus.extraction.story import Story
from casus.extraction.triggers import Trigger
from casus.ontology import EventType

_READY = frozenset("willing ready prepared offer promise pledge agree volunteer".split())
_FAILING = frozenset({"fail", "refuse", "decline"})
_COOPERATIVE = frozenset(
    {
        EventType.AID,
        EventType.RETREAT,
        EventType.CONCEDE,
        EventType.COOPERATE,
        EventType.SUPPORT,
        EventType.CONSULT,
        EventType.AGREE,
    }
)
_COMING = _COOPERATIVE - {EventType.RETREAT}
"""What PLOVER counts as agreed once it is said to come; a withdrawal that is to come stays one."""
_HARMFUL = frozenset({EventType.COERCE, EventType.SANCTION, EventType.ASSAULT, EventType.RETREAT, EventType.MOBILIZE})
_FORCE = frozenset({EventType.COERCE, EventType.ASSAULT})
_PLANNING = frozenset("plan intend prepare threaten propose decide vow prepared".split())
_SAYING = frozenset("say declare state reiterate stress insist argue tell maintain warn announce add".split())
_MUST = frozenset({"must", "should"})
_THREATENED_MODES = {
    "arrest": "arrest",
    "deport": "expel",
    "expel": "expel",
    "discontinue": "relations",
    "withdraw": "relations",
    "seize": "territory",
}
_DEMAND = Trigger("must", (), "VERB", EventType.REQUEST, None, "subj", (("csubj",),), "speech:must")
_BLAME = Trigger("responsible", (), "VERB", EventType.ACCUSE, "allege", "subj", (("csubj",),), "speech:responsible")


def recast(happening: Happening) -> Happening:
    """Return the happening under the type that the words around it make of it."""
    if happening.is_noun:
        return happening
    verb, type_ = happening.head, happening.type
    if type_ in _COOPERATIVE and _is_refused(verb):
        return _as(happening, EventType.REJECT)
    if type_ in _HARMFUL and _is_announced(verb) and _has_condition(verb):
        return _as(happening, EventType.THREATEN)
    if type_ in _FORCE and (_is_announced(verb) or _is_planned(verb)):
        return _as(happening, EventType.THREATEN)
    if type_ in _COOPERATIVE and (_is_offered(verb) or (type_ in _COMING and _is_coming(verb))):
        return _as(happening, EventType.AGREE)
    return happening


def spoken(story: Story) -> Iterator[Happening]:
    """Yield what is told by what is said alone: demands, and who is called responsible."""
    yield from _demands(story)
    yield from _blames(story)


def _blames(story: Story) -> Iterator[Happening]:
    """`said the group was responsible for the raid`, `said X was behind it`."""
    for sentence in story.sentences:
        for token in sentence:
            blames = token.lower_ in {"responsible", "behind"} and _is_said(token)
            if blames and syntax.obliques(token, "for") and not syntax.is_negated(token):
                yield Happening(token.head, _BLAME, (token,))


def _demands(story: Story) -> Iterator[Happening]:
    """Yield what a speaker says that another must do."""
    for sentence in story.sentences:
        for token in sentence:
            if token.lower_ in _MUST and token.dep_ == "aux" and _is_said(token.head):
                yield Happening(token.head.head, _DEMAND, (token,))


def _as(happening: Happening, type_: EventType) -> Happening:
    mode = None
    if type_ is EventType.THREATEN:
        known = _THREATENED_MODES.get(happening.trigger.mode or "")
        mode = "violence" if happening.type is EventType.ASSAULT else known
        mode = mode or ("restrict" if happening.type is EventType.COERCE else None)
    return replace(happening, trigger=replace(happening.trigger, type=type_, mode=mode))


def _is_refused(verb: Token) -> bool:
    """`would not meet`, `will not allow`, `failed to agree`: unwilling, not merely undone."""
    if syntax.is_negated(verb):
        return _has_auxiliary(verb, {"will", "would", "shall", "wo", "can", "could", "ca"})
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _FAILING and not syntax.is_negated(verb.head)


def _is_offered(verb: Token) -> bool:
    return verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.lemma_.lower() in _READY


def _is_planned(verb: Token) -> bool:
    return verb.dep_ in {"xcomp", "advcl", "ccomp"} and verb.head.lemma_.lower() in _PLANNING and _is_infinitive(verb)


def _is_infinitive(verb: Token) -> bool:
    return any(part.lower_ == "to" and part.pos_ == "PART" for part in verb.children)


def _is_coming(verb: Token) -> bool:
    if syntax.is_negated(verb):
        return False
    said = verb.dep_ == "ccomp" and _has_auxiliary(verb, {"would"}) and verb.head.lemma_.lower() in _SAYING
    return said or _has_auxiliary(verb, {"will", "shall", "'ll"})


def _is_announced(verb: Token) -> bool:
    if syntax.is_negated(verb):
        return False
    said = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _SAYING
    return _has_auxiliary(verb, {"will", "shall", "'ll"}) or (_has_auxiliary(verb, {"would"}) and said)


def _has_auxiliary(verb: Token, words: set[str]) -> bool:
    return any(part.lower_ in words and part.dep_.startswith("aux") for part in verb.children)


def _has_condition(verb: Token) -> bool:
    return any(
        syntax.preposition(clause).split(" ")[0] in {"unless", "if"} for clause in syntax.children(verb, "advcl")
    )


def _is_said(verb: Token) -> bool:
    said = verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_.lower() in _SAYING
    return said and any(part.dep_.startswith("nsubj") for part in verb.children)
