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
    "campaign operation offensive insurgency rebellion uprising occupation siege blockade war strike".split()
)
"""What lasts: it goes on while the present tense speaks of it."""
_STATUS = {
    "threatened": Status.THREATENED,
    "hypothetical": Status.HYPOTHETICAL,
    "denied": Status.DENIED,
    "ongoing": Status.ONGOING,
}
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
    if found is None or found == "asked":
        return None
    if happening.type is EventType.AGREE and found == "threatened" and not happening.is_noun:
        return Status.OCCURRED
    if happening.type is EventType.THREATEN and found == "real":
        return Status.THREATENED
    if happening.type in _SAID and found == "ongoing":
        return Status.OCCURRED
    return _STATUS.get(found, Status.OCCURRED)


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
    if verb.tag_ == "VBG" and auxiliaries & {"is", "are", "'s", "'re", "am", "'m", "been"}:
        return "ongoing"
    return "real"


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


def _by_word(governor: Token, complement: Token | None = None, *, infinitive: bool = False) -> str:
    effect = GOVERNORS.get(governor.lemma_.lower(), "real")
    if effect == "fails":
        return "denied"
    if effect == "asked" and complement is not None and not infinitive and governor.lemma_.lower() in {"tell", "call"}:
        return "real"
    if effect == "denied" and complement is not None:
        return "denied"
    if effect in {"threatened", "hypothetical"} and complement is not None and not infinitive:
        announced = governor.lemma_.lower() in {
            "announce",
            "warn",
            "promise",
            "vow",
            "pledge",
            "threaten",
            "swear",
            "plan",
        }
        return _finite(complement, announced=announced, effect=effect)
    return effect


def _finite(complement: Token, *, announced: bool, effect: str) -> str:
    """Announced that it had attacked: real; announced that it will attack: its auxiliary says so."""
    if announced:
        return "real"
    return effect


def _of_noun(noun: Token) -> str | None:
    if syntax.is_negated(noun):
        return "denied"
    for part in noun.children:
        if part.dep_ in {"amod", "compound"} and part.lower_ in QUALITIES:
            return QUALITIES[part.lower_]
    governor = noun.head
    if noun.lemma_.lower() in DURATIVES and _goes_on(noun):
        return "ongoing"
    if governor == noun:
        return "real"
    if noun.dep_ in {"obj", "nsubj:pass", "nmod", "obl"} and _is_wished(noun, governor):
        effect = GOVERNORS.get(governor.lemma_.lower(), "real")
        return "denied" if effect in {"fails", "denied"} else effect
    if noun.dep_ in {"obj", "obl", "nsubj", "nsubj:pass", "xcomp", "conj"} and governor.pos_ == "VERB":
        return _through_verb(noun, governor)
    return "real"


def _goes_on(noun: Token) -> bool:
    """A campaign, a siege, an insurgency of which the present tense speaks, or that is begun or pursued."""
    verb = syntax.clause_head(noun)
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    auxiliaries = {part.lower_ for part in verb.children if part.dep_.startswith("aux") or part.dep_ == "cop"}
    begun = verb.lemma_ in {"begin", "start", "continue", "pursue", "resume", "join", "lead"}
    return begun or verb.tag_ in {"VBP", "VBZ"} or bool(auxiliaries & {"is", "are"})


def _is_wished(noun: Token, governor: Token) -> bool:
    if noun.dep_ in {"nmod", "obl"}:
        return syntax.preposition(noun) in {"of", "for", "against", "over", "about"} and governor.lemma_.lower() in {
            "call",
            "threat",
            "risk",
            "fear",
            "possibility",
            "prospect",
            "plan",
            "demand",
            "plot",
            "concern",
            "worry",
        }
    return governor.lemma_.lower() not in {
        "call",
        "order",
        "ask",
        "tell",
        "set",
        "announce",
        "warn",
        "claim",
        "report",
        "see",
        "hear",
        "confirm",
        "admit",
        "end",
        "stop",
        "use",
        "resume",
        "begin",
        "start",
    }


def _through_verb(noun: Token, verb: Token) -> str | None:
    """A noun with a light verb is as real as the verb: carried out a strike, will hold talks."""
    if noun.dep_ == "obl" or verb.lemma_ in {"say", "tell", "accuse", "blame", "condemn"}:
        return "real"
    own = _by_auxiliary(verb)
    if syntax.is_negated(verb):
        return "denied" if noun.dep_ in {"obj", "nsubj:pass"} else "real"
    if own == "ongoing" and noun.dep_ == "nsubj":
        return "real"
    if own != "real" and noun.dep_ in {"obj", "nsubj:pass"}:
        return own
    return _from_above(verb) if noun.dep_ in {"obj", "nsubj:pass"} else "real"
