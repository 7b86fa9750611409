"""Is it real: whether a happening took place, goes on, is threatened, imagined or denied."""

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening
from casus.extraction.lexicon import FOLDER, rows
from casus.ontology import EventType, Status

GOVERNORS = {
    row.text("word"): row.text("effect") for row in rows(FOLDER / "governors.tsv", ("word", "effect", "comment"))
}
QUALITIES = {
    row.text("word"): row.text("effect") for row in rows(FOLDER / "qualities.tsv", ("word", "effect", "comment"))
}
DURATIVES = frozenset(
    "campaign operation offensive insurgency rebellion uprising occupation siege blockade war agitation".split()
)
"""What lasts: it goes on while the present tense speaks of it."""
_STATUS = {
    "threatened": Status.THREATENED,
    "hypothetical": Status.HYPOTHETICAL,
    "denied": Status.DENIED,
    "ongoing": Status.ONGOING,
}
_ANNOUNCING = frozenset("announce warn promise vow pledge threaten swear plan".split())
_ENDING = frozenset("end stop halt cease suspend abandon finish quit".split())
_BEGINNING = frozenset("begin start continue pursue resume join lead erupt".split())
_GOING = frozenset("arrive come travel fly go leave depart".split())
_AWAITING = frozenset("wait expect await brace prepare".split())
_PREPARING = frozenset("train recruit arm prepare gather cross infiltrate plot send".split())
_SERIES = frozenset("wave series spate string campaign round".split())
_OF_WISHED = frozenset("call threat risk fear possibility prospect plan demand plot concern worry preparation".split())
_TELLS_OF_REAL = frozenset(
    "call order ask tell set announce warn claim report see hear confirm admit end stop use resume begin start commit"
    " train".split()
)
_GIVEN = frozenset(
    "say tell accuse blame condemn denounce avenge mourn commemorate mark protest answer punish investigate".split()
)
"""Verbs whose object has happened, whatever is made of the verb: to avenge the killing."""
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow tonight".split())
_IF = frozenset({"if", "unless", "in case", "lest", "whether", "should"})
_STEPS = frozenset("attempt effort bid decision move operation step measure action drive campaign".split())
_COOPERATIVE = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.CONCEDE,
        EventType.COOPERATE,
        EventType.AID,
        EventType.RETREAT,
        EventType.PROTEST,
    }
)
_SAID = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN})


def status(happening: Happening) -> Status | None:
    """Return the status of a happening; None where it is only asked for or a purpose, and so no incident."""
    head = happening.head
    found = _of_noun(head) if happening.is_noun else _of_verb(head)
    if happening.type is EventType.REJECT and found in {"denied", "threatened", "hypothetical"}:
        return Status.OCCURRED
    if found == "asked" and happening.is_noun and happening.type not in _COOPERATIVE:
        return Status.HYPOTHETICAL
    return _in_type(happening, found) if found not in {None, "asked"} else None


def _in_type(happening: Happening, found: str | None) -> Status:
    """What a word says of its reality, as the type of the incident takes it: a promise is made, a threat is one."""
    type_ = happening.type
    if type_ is EventType.THREATEN and found == "real":
        return Status.THREATENED
    promised = type_ is EventType.AGREE and found == "threatened" and not happening.is_noun
    said = type_ in _SAID and found == "ongoing" and happening.trigger.mode != "investigate"
    return Status.OCCURRED if promised or said else _STATUS.get(found or "", Status.OCCURRED)


def _of_verb(verb: Token) -> str | None:
    if syntax.is_negated(verb):
        return "denied"
    own = _by_auxiliary(verb)
    above = _from_above(verb)
    if above is None:
        return None
    if own != "real" and above == "real":
        return own
    return above


def _by_auxiliary(verb: Token) -> str:
    auxiliaries = {part.lower_ for part in verb.children if part.dep_ in {"aux", "aux:pass"}}
    if auxiliaries & {"will", "shall", "'ll", "wo"}:
        return "threatened"
    if auxiliaries & {"would", "'d"} and not auxiliaries & {"have"}:
        return "threatened" if verb.dep_ == "ccomp" else "hypothetical"
    if auxiliaries & {"could", "may", "might", "can", "should", "must", "ought"}:
        return "hypothetical"
    if verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ in _GOING | {"visit", "meet", "open"} and _is_scheduled(verb):
        return "threatened"
    if verb.tag_ == "VBG" and auxiliaries & {"is", "are", "'s", "'re", "am", "'m", "been"}:
        return "ongoing"
    return "real"


def _is_scheduled(verb: Token) -> bool:
    """`arrives Sunday`: the present tense with a day to come."""
    return any(part.lower_ in _WEEKDAYS for part in verb.children if part.dep_.startswith("obl"))


def _from_above(verb: Token) -> str | None:
    """What the governing word does to it; None for a purpose."""
    marks = syntax.preposition(verb)
    if any(mark in _IF for mark in (marks, marks.split(" ")[0])):
        return "hypothetical"
    top = syntax.first_conjunct(verb)
    infinitive = top.tag_ == "VB" and any(part.lower_ == "to" and part.dep_ in {"mark", "aux"} for part in top.children)
    if top.dep_ in {"advcl", "acl"} and infinitive:
        return _of_plan(top.head) if top.dep_ == "acl" else None
    if top.dep_ in {"xcomp", "ccomp"}:
        effect = _by_word(top.head, complement=top, infinitive=infinitive)
        if effect == "real":
            return _above_that(top.head)
        return effect
    return "real"


def _of_plan(noun: Token) -> str | None:
    """What a noun makes of the infinitive below it: a plan to attack; nothing where it is a mere purpose."""
    lemma = noun.lemma_.lower()
    return "real" if lemma in _STEPS else GOVERNORS.get(lemma)


def _above_that(governor: Token) -> str | None:
    if governor.pos_ != "VERB":
        return "real"
    if syntax.is_negated(governor):
        return "denied" if governor.lemma_ in {"try", "attempt", "begin", "start"} else "real"
    own = _by_auxiliary(governor)
    if own != "real" and governor.lemma_ not in {"say", "report", "see", "hear", "confirm", "claim"}:
        return own
    return _from_above(governor)


def _by_word(governor: Token, complement: Token, *, infinitive: bool) -> str:
    """What the governing word makes of its complement; what is announced in a finite clause is as real as it says."""
    lemma = governor.lemma_.lower()
    effect = GOVERNORS.get(lemma, "real")
    if effect in {"fails", "denied"}:
        return "denied"
    if not infinitive and (lemma in _ANNOUNCING or (effect == "asked" and lemma in {"tell", "call"})):
        return "real"
    return effect


# Nouns


def _of_noun(noun: Token) -> str | None:
    if syntax.is_negated(noun):
        return "denied"
    quality = _quality(noun)
    if quality is not None:
        return quality
    if noun.lemma_.lower() in DURATIVES and _goes_on(noun):
        return "ongoing"
    governor = noun.head
    if governor == noun:
        return "real"
    if _is_wished(noun, governor):
        effect = GOVERNORS.get(governor.lemma_.lower(), "real")
        return "denied" if effect in {"fails", "denied"} else effect
    return _through_verb(noun, governor) if governor.pos_ == "VERB" else "real"


def _quality(noun: Token) -> str | None:
    """What adjectives say of it, its own or those of the wave or series that it is part of."""
    heads = [noun, noun.head] if noun.dep_ == "nmod" and noun.head.lemma_ in _SERIES else [noun]
    words = [part.lower_ for one in heads for part in one.children if part.dep_ in {"amod", "compound"}]
    return next((QUALITIES[word] for word in words if word in QUALITIES), None)


def _goes_on(noun: Token) -> bool:
    """A campaign, a siege, an insurgency of which the present tense speaks, or that is begun or pursued."""
    verb = syntax.clause_head(noun)
    words = {part.lower_ for part in verb.children if part.dep_.startswith("aux") or part.dep_ == "cop"}
    if verb.lemma_ in _ENDING or verb.tag_ in {"VBP", "VBZ"}:
        return verb.lemma_ not in _ENDING
    return verb.lemma_ in _BEGINNING or bool(words & {"is", "are", "has", "have", "'s"})


def _is_wished(noun: Token, governor: Token) -> bool:
    """Whether a noun hangs on a word that speaks of it as not yet there: a call for, a plan of, feared."""
    lemma = governor.lemma_.lower()
    if noun.dep_ in {"nmod", "obl"}:
        return lemma in _OF_WISHED and syntax.preposition(noun) in {"of", "for", "against", "over", "about"}
    return noun.dep_ in {"obj", "nsubj:pass"} and lemma in GOVERNORS and lemma not in _TELLS_OF_REAL


def _through_verb(noun: Token, verb: Token) -> str | None:
    """A noun with a light verb is as real as the verb: carried out a strike, will hold talks."""
    if noun.dep_ == "obl" and syntax.preposition(noun) == "for" and verb.lemma_ in _GOING:
        return _of_verb(verb)
    if noun.dep_ == "nsubj" and verb.lemma_ in _BEGINNING and _is_awaited(verb):
        return "hypothetical"
    if noun.dep_ not in {"obj", "nsubj:pass"} or verb.lemma_ in _GIVEN:
        return "real"
    return "denied" if syntax.is_negated(verb) else _as_object(verb)


def _as_object(verb: Token) -> str | None:
    """What a verb makes of its object; what somebody wants to end goes on."""
    own, above = _by_auxiliary(verb), _from_above(verb)
    if verb.lemma_ in _ENDING:
        return "real" if own == above == "real" else "ongoing"
    if above is None and _is_purpose_of_preparing(verb):
        return "threatened"
    return own if own != "real" else above


def _is_awaited(verb: Token) -> bool:
    """`waiting for protests to begin`."""
    return verb.tag_ == "VB" and verb.dep_ in {"advcl", "acl", "xcomp", "ccomp"} and verb.head.lemma_ in _AWAITING


def _is_purpose_of_preparing(verb: Token) -> bool:
    """`trained to carry out attacks`: what those who prepare are to do."""
    return verb.dep_ == "advcl" and verb.head.lemma_.lower() in _PREPARING
