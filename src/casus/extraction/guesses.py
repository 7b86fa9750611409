"""Deeds told by verbs that no lexicon has, as the language model guesses them from the verb in its sentence."""

from collections import Counter
from functools import cache

from spacy.tokens import Token

from casus.extraction.triggers import TRIGGERS, Trigger
from casus.ontology import EventType


def guess(token: Token) -> Trigger | None:
    """Return what a verb that no lexicon has is likely to tell of, as a trigger that says it is guessed."""
    lemma = token.lemma_.lower()
    if token.pos_ != "VERB" or (lemma, "VERB") in TRIGGERS or (deed := token._.deed) is None:
        return None
    kind, chance = deed
    type_ = EventType(kind)
    return Trigger(lemma, (), "VERB", type_, None, "subj", _targets(type_), f"guessed:{lemma}", chance)


@cache
def _targets(type_: EventType) -> tuple[tuple[str, ...], ...]:
    """Return where most verbs of a type have their target."""
    alike = (one for triggers in TRIGGERS.values() for one in triggers if one.type is type_ and one.pos == "VERB")
    return Counter(one.targets for one in alike if not one.needs and one.agent == "subj").most_common(1)[0][0]
