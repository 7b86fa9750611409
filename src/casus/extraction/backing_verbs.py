"""Support told by verbs: X arms Y, Y is backed by X, X gives arms to Y, Y gets arms from X."""

from collections.abc import Iterator

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.backing_terms import WORDS, Reading, given, in_favour, is_martial, is_word, kind_of, kinds
from casus.extraction.nouns import Standing, standing
from casus.extraction.sides import Sides
from casus.knowledge import Known
from casus.ontology import EntityType

_WEAK = frozenset({"help", "assist", "aid", "advise", "support", "supply"})
_ARMED = frozenset({Standing.FORCES, Standing.FIGHTERS, Standing.GROUP, Standing.BODY})
_TO = ("to", "for", "into")


def compound(token: Token, sides: Sides) -> Iterator[Reading]:
    """`the Iranian-backed militia`."""
    if token.lower_ not in WORDS["compound"] or token.i < 2 or token.nbor(-1).text not in syntax.HYPHENS:
        return
    first = token.nbor(-2)
    backers = sides.backers([first, *syntax.children(first, "conj")])
    kind = kind_of(token, "support") or WORDS["compound"][token.lower_]
    others = {party.known for one in _described_apart(token.head) for party in sides.parties(one)}
    backed = tuple(one for one in sides.backed_by(backers, [token.head]) if one not in others)
    backed = backed or sides.backed_by(backers, syntax.obliques(token.head, "by"))  # the X-backed coup by Y
    yield Reading(token, backed, backers, "X-backed", _one(kind))


def _described_apart(noun: Token) -> list[Token]:
    """Of `X-backed rebels and fighters of the SDF`, the fighters: words of their own say who they are."""
    return [
        one for one in syntax.with_conjuncts(noun)[1:] if any(part.i > one.i for part in syntax.children(one, "nmod"))
    ]


def leaning(token: Token, sides: Sides) -> Iterator[Reading]:
    """`pro-government militiamen`, `fighters loyal to the government`: fighters on a state's side."""
    if standing(token) not in {Standing.FIGHTERS, Standing.GROUP} or token.pos_ not in {"NOUN", "PROPN"}:
        return
    side = [one for one in syntax.modifiers(token) if one.i > 1 and one.doc[one.i - 2 : one.i].text.lower() == "pro-"]
    for one in side:
        backers = tuple(known for known in sides.backers([one]) if known.type is EntityType.STATE)
        yield Reading(token, sides.backed_by(backers, [token]), backers, "pro-X")


def passive(token: Token, sides: Sides) -> Iterator[Reading]:
    """`backed by Iran`, `was armed by Libya`, `trained and equipped by the coalition`."""
    if not _supports(token) or not syntax.is_passive(token):
        return
    agents = _agents(token)
    subject = _acted_on(token)
    if subject is None or not agents:
        return
    gifts = [one for one in agents if is_word(one, "what")]
    agents = [part for one in agents for part in ([one, *_whence(one)] if one in gifts else [one])]
    agents += syntax.obliques(token, "from") if gifts else []
    backers = sides.backers(agents)
    backed = sides.backed_by(backers, [subject])
    if backed:
        yield Reading(token, backed, backers, "backed by", _kinds_of(token))


def _supports(token: Token) -> bool:
    is_verb = token.pos_ == "VERB" or (token.pos_ == "ADJ" and syntax.is_passive(token))
    return is_verb and (is_word(token, "support") or is_word(token, "host"))


def _agents(verb: Token) -> list[Token]:
    found = syntax.agents(verb) or (syntax.agents(verb.head) if verb.dep_ == "conj" else [])
    return found or [one for part in syntax.children(verb, "conj") for one in syntax.agents(part)]


def _acted_on(verb: Token) -> Token | None:
    subject = syntax.subject(verb)
    if subject is None and verb.dep_ in {"advcl", "amod"}:
        return syntax.subject(verb.head) if verb.head.pos_ == "VERB" else verb.head
    return subject


def active(token: Token, sides: Sides) -> Iterator[Reading]:
    """`Iran arms the militia`, `forces are advising and assisting the SDF`, `denies arming the M23`."""
    if not _supports(token) or syntax.is_passive(token):
        return
    subject = syntax.subject(token)
    supported = _objects(token)
    if subject is None or any(is_word(one, "what") and not sides.parties(one) for one in supported):
        return
    named = [
        party.known
        for one in supported
        for part in syntax.with_conjuncts(one)
        for party in sides.parties(part)
        if _is_backable(party.known.type, party.standing, token)
    ]
    backers = sides.backers([subject])
    backed = tuple(
        one for part in supported for one in sides.backed_by(backers, [part]) if one in named or _is_bare(part)
    )
    backed = backed or (_whose(supported, sides) if kind_of(token, "support") == "funding" else ())
    state = () if backed else tuple(one for one in sides.backed_by(backers, supported) if one.type is EntityType.STATE)
    if backed or state:
        yield Reading(token, backed or state, backers, "backs", _kinds_of(token), weak=not backed)


def _whose(supported: list[Token], sides: Sides) -> tuple[Known, ...]:
    """Whose purchases or war are paid for."""
    inner = [part for one in supported for part in [one, *syntax.obliques(one, "of")]]
    return sides.backed(part for one in inner for part in syntax.possessors(one))


def _is_bare(noun: Token) -> bool:
    return standing(noun) is Standing.BODY


def _objects(verb: Token) -> list[Token]:
    return syntax.objects(verb) or [one for part in syntax.children(verb, "conj") for one in syntax.objects(part)]


def _is_backable(type_: EntityType, standing: Standing, verb: Token) -> bool:
    """Helping a state or a person says little; helping its forces, or a group, or with arms, much."""
    if verb.lemma_.lower() not in _WEAK or type_ is EntityType.ARMED_GROUP or standing in _ARMED:
        return True
    manner = any(is_word(part, "martial") for part in syntax.children(verb, "advmod"))
    return manner or bool(_means(verb)) or _fights(verb)


def _fights(verb: Token) -> bool:
    """Whether it is a fight that is helped: aided Algeria in hunting down rebels, in its war against them."""
    clauses = syntax.children(verb, "advcl", "xcomp", "ccomp")
    return any(is_word(one, "fight") for one in [*clauses, *syntax.obliques(verb, "in", "against")])


def _means(verb: Token) -> list[Token]:
    """With what a verb of support supports: with money, by sending troops."""
    clauses = [part for part in syntax.children(verb, "advcl") if syntax.preposition(part) in {"by", "in"}]
    objects = [one for clause in clauses for one in syntax.objects(clause)]
    return [one for one in given([*syntax.obliques(verb, "with", "through", "via"), *objects]) if is_martial(one)]


def _kinds_of(verb: Token) -> tuple[str, ...]:
    manner = [kind_of(part, "martial") for part in syntax.children(verb, "advmod")]
    found = [kind_of(verb, "support", "host"), *manner, *kinds(_means(verb))]
    return tuple(dict.fromkeys(kind for kind in found if kind))


def giving(token: Token, sides: Sides) -> Iterator[Reading]:
    """`supplied weapons to the rebels`, `provides the group with money`, `contributed with 200 million in aid`."""
    if token.pos_ != "VERB" or not is_word(token, "give"):
        return
    phrases = syntax.objects(token) or [one for part in syntax.children(token, "conj") for one in _shared(part)]
    passive_ = syntax.is_passive(token)
    subject = syntax.subject(token)
    if passive_ and subject is not None:
        phrases = [*phrases, subject]
    beside = [part for one in [token, *phrases] for part in syntax.obliques(one, "with", "in")]
    gifts = given([*phrases, *beside])
    if not gifts:
        return
    givers = syntax.agents(token) if passive_ else [subject] if subject is not None else []
    backers = sides.backers(givers) if givers else ()
    if passive_ and not backers:
        backers = sides.backers([*syntax.obliques(token, "from"), *_sources(gifts)])
    backed = sides.backed_by(backers, _recipients(token, gifts, phrases))
    martial = any(is_martial(one) for one in gifts)
    if backed or martial:
        told = kinds(gifts)
        weak = not martial or told == ("troops",)
        weak = weak and all(one.type is EntityType.STATE for one in backed)
        yield Reading(token, backed, backers, "gives", told, weak=weak)


def _shared(conjunct: Token) -> list[Token]:
    return syntax.objects(conjunct) if is_word(conjunct, "give") else []


def _recipients(verb: Token, gifts: list[Token], phrases: list[Token]) -> list[Token]:
    found = [*syntax.obliques(verb, *_TO), *syntax.children(verb, "iobj"), *in_favour(verb)]
    for gift in dict.fromkeys([*gifts, *phrases]):
        found += syntax.obliques(gift, *_TO, *(("of",) if gift.lemma_ in {"training", "arming"} else ()))
        found += syntax.possessors(gift)
    found = [
        part for one in found for part in (syntax.obliques(one, "of", "to", "for") if is_word(one, "what") else [one])
    ]
    found += [one for one in phrases if one not in gifts and not is_word(one, "what") and not given([one])]
    return found


def _sources(gifts: list[Token]) -> list[Token]:
    return [one for gift in gifts for one in syntax.obliques(gift, "from")]


def receiving(token: Token, sides: Sides) -> Iterator[Reading]:
    """`receives arms from Libya`, `relied on Chinese weapons`, `was dependent on France for support`."""
    if not (is_word(token, "receive") and token.pos_ == "VERB" and not syntax.is_passive(token)):
        return
    subject = syntax.subject(token)
    gifts = given([*syntax.objects(token), *syntax.obliques(token, "on", "upon", "from", "for", "in")])
    if not gifts or subject is None:
        return
    around = [part for gift in gifts for part in _whence(gift)]
    givers = [*syntax.obliques(token, "from", "via", "by"), *around]
    yield Reading(token, sides.backed([subject]), sides.backers(givers), "receives", kinds(gifts))


def depending(token: Token, sides: Sides) -> Iterator[Reading]:
    """`was dependent on France for military support`."""
    if token.pos_ != "ADJ" or not is_word(token, "receive"):
        return
    on = syntax.obliques(token, "on", "upon")
    gifts = given([*syntax.obliques(token, "for"), *(part for one in on for part in syntax.obliques(one, "for"))])
    subject = syntax.subject(token)
    if gifts and subject is not None:
        yield Reading(token, sides.backed([subject]), sides.backers(on), "depends on", kinds(gifts))


def _whence(gift: Token) -> list[Token]:
    """Whose or whence a gift is: arms from Libya, Chinese weapons, the backing of Syria."""
    named = [one for one in syntax.modifiers(gift) if one.ent_type_ or one.text[0].isupper()]
    return [*syntax.obliques(gift, "from", "of", "by", "via"), *syntax.possessors(gift), *named]


def _one(kind: str) -> tuple[str, ...]:
    return (kind,) if kind else ()


VERBS = (compound, leaning, passive, active, giving, receiving, depending)
