"""Armed groups that fight together: support of a kind, in a text that speaks of the support for one of them."""

from collections.abc import Iterator

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.backing_terms import Reading, is_word
from casus.extraction.sides import Sides
from casus.knowledge import Known
from casus.ontology import EntityType

_GROUPS = frozenset({EntityType.ARMED_GROUP, EntityType.ORGANISATION})


def cooperating(token: Token, sides: Sides) -> Iterator[Reading]:
    """`X coordinated its attacks with Y`, `X and Y are allied`."""
    if token.pos_ not in {"VERB", "ADJ"} or not is_word(token, "ally"):
        return
    subject = syntax.subject(token)
    if subject is None or not (_in_arms(token) or any(_in_arms(one) for one in syntax.objects(token))):
        return
    with_ = [*syntax.obliques(token, "with", "to"), *_with_of(syntax.objects(token))]
    yield from _both_ways(token, [subject], with_, sides)


def in_joint_action(token: Token, sides: Sides) -> Iterator[Reading]:
    """`X and Y carried out joint attacks`, `an alliance between X and Y`, `military cooperation with Y`."""
    if token.pos_ != "NOUN" or not (is_word(token, "alliance") and (_in_arms(token) or token.lemma_ == "alliance")):
        return
    between = syntax.obliques(token, "between", "of")
    subject = syntax.subject(syntax.clause_head(token)) if token.dep_ in {"obj", "obl", "nmod"} else None
    verb = syntax.clause_head(token)
    with_ = [*_with_of([token]), *(syntax.obliques(verb, "with") if subject is not None else [])]
    yield from _both_ways(token, between or ([subject] if subject is not None else []), with_, sides)


def _in_arms(token: Token) -> bool:
    """Whether a word of cooperation speaks of arms: militarily, joint attacks, its armed struggle."""
    return any(is_word(part, "joint") for part in [*token.children, token])


def _with_of(nouns: list[Token]) -> list[Token]:
    return [part for noun in nouns for part in syntax.obliques(noun, "with")]


def _both_ways(word: Token, left: list[Token], right: list[Token], sides: Sides) -> Iterator[Reading]:
    """Each with each; only the reading whose supported side the text is about will stand."""
    first, second = _groups(left, sides), _groups(right, sides)
    if not second and len(first) == 2:
        first, second = first[:1], first[1:]
    for one in first:
        for other in second:
            yield Reading(word, (one,), (other,), "fights with", (), weak=True)
            yield Reading(word, (other,), (one,), "fights with", (), weak=True)


def _groups(tokens: list[Token], sides: Sides) -> tuple[Known, ...]:
    return tuple(known for known in sides.backed(tokens) if known.type in _GROUPS and known.kind != "unnamed")


ALLIANCES = (cooperating, in_joint_action)
