"""Support by territory: bases that a state allows, safe haven in it, fighters trained there."""

from collections.abc import Iterator

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.backing_terms import Reading, is_word
from casus.extraction.sides import Sides
from casus.knowledge import Known
from casus.ontology import EntityType

_THERE = ("in", "on", "from", "inside", "within", "through", "into", "across", "to", "at")
_ABROAD = frozenset({EntityType.ARMED_GROUP, EntityType.ORGANISATION})


def allowed(token: Token, sides: Sides) -> Iterator[Reading]:
    """`Sudan allowed the rebels to operate from its territory`, `they were allowed bases in Mali`, `granted access`."""
    if token.pos_ != "VERB" or not is_word(token, "allow"):
        return
    if not any(is_word(one, "ground") for one in _below(token)):
        return
    passive = syntax.is_passive(token)
    subject = syntax.subject(token)
    backed = sides.backed([subject] if passive and subject is not None else _allowed(token))
    givers = syntax.agents(token) if passive else [subject] if subject is not None else []
    backers = sides.backers(givers) if givers else ()
    if not backers and passive:
        backers = _lands(token, sides)
    weak = all(one.type not in _ABROAD for one in backed)
    yield Reading(token, _not(backed, backers), backers, "allows", ("sanctuary",), weak=weak)


def _allowed(verb: Token) -> list[Token]:
    """Who may: the object, the subject of what is allowed, whose bases they are."""
    found = [*syntax.objects(verb), *syntax.children(verb, "iobj"), *syntax.obliques(verb, "to", "for")]
    for clause in syntax.children(verb, "xcomp", "ccomp"):
        found += syntax.children(clause, "nsubj", "nsubj:pass")
    found += [part for one in syntax.objects(verb) for part in [*syntax.modifiers(one), *syntax.possessors(one)]]
    found += [part for one in syntax.objects(verb) for part in syntax.obliques(one, "of", "by", "to", "for")]
    return [one for one in found if not is_word(one, "ground")]


def _below(verb: Token) -> Iterator[Token]:
    """The words of a clause and of the clauses it governs, relative and joined clauses left out."""
    for part in verb.children:
        if part.dep_ not in {"acl:relcl", "parataxis", "conj", "nsubj", "advcl"} or part.pos_ not in {"VERB", "AUX"}:
            yield part
            yield from _below(part)


def _lands(verb: Token, sides: Sides) -> tuple[Known, ...]:
    """Where the ground lies that is allowed."""
    places = [one for one in _below(verb) if syntax.preposition(one) in _THERE or is_word(one, "ground")]
    return tuple(dict.fromkeys(state for place in places for state in sides.land(place)))[:2]


def havens(token: Token, sides: Sides) -> Iterator[Reading]:
    """`found sanctuary in Mali`, `operated from bases in Chad`, `used Rwanda as a rear base`."""
    if token.pos_ not in {"NOUN", "PROPN"} or not is_word(token, "safe"):
        return
    verb = syntax.clause_head(token)
    subject = syntax.subject(verb) if verb.pos_ == "VERB" else None
    if subject is None or is_word(verb, "give") or is_word(verb, "allow"):
        return
    if syntax.preposition(token) == "as" and is_word(verb, "use"):
        places = syntax.objects(verb)
    else:
        places = [*syntax.obliques(token, *_THERE), *syntax.obliques(verb, *_THERE)]
    backed = tuple(one for one in sides.backed([subject]) if one.type in _ABROAD)
    hosts = tuple(state for place in places for state in sides.land(place))
    if backed:
        yield Reading(token, backed, _foreign(hosts, backed), "haven", ("sanctuary",), weak=True)


def trained_abroad(token: Token, sides: Sides) -> Iterator[Reading]:
    """`were trained in Libya`, `sent to Cuba for military training`, `underwent training in China`."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma == "train" and syntax.is_passive(token) and not syntax.agents(token):
        verb = token
    elif token.pos_ == "NOUN" and lemma == "training" and syntax.clause_head(token).pos_ == "VERB":
        verb = syntax.clause_head(token)
    else:
        return
    subject = syntax.subject(verb)
    if subject is None or (verb is not token and not (is_word(verb, "receive") or verb.lemma_ in {"undergo", "send"})):
        return
    passive = syntax.is_passive(verb)
    if verb.lemma_ == "send" and not passive:
        subject = next(iter(syntax.objects(verb)), subject)
    places = [part for one in (token, verb) for part in syntax.obliques(one, "in", "at", "to", "inside")]
    backed = tuple(one for one in sides.backed([subject]) if one.type in _ABROAD)
    hosts = tuple(state for place in places for state in sides.land(place))
    if backed:
        yield Reading(token, backed, _foreign(hosts, backed), "trained in", ("training",), weak=True)


def _foreign(hosts: tuple[Known, ...], backed: tuple[Known, ...]) -> tuple[Known, ...]:
    own = {one.iso3 for one in backed}
    return tuple(state for state in dict.fromkeys(hosts) if state.iso3 not in own)


def _not(backed: tuple[Known, ...], backers: tuple[Known, ...]) -> tuple[Known, ...]:
    return tuple(one for one in backed if one not in backers)


TERRITORY = (allowed, havens, trained_abroad)
