"""Which incident a phrase names."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.sameness import Event


def by_token(events: Sequence[Event]) -> dict[int, Event]:
    """Return the incidents by the indices of the tokens that tell of them."""
    return {telling.happening.head.i: event for event in events for telling in event.tellings}


def in_phrase(token: Token, told: Mapping[int, Event]) -> Event | None:
    """Return the incident that a phrase names: its head, a conjunct, or what it is about (news of the killing)."""
    for one in syntax.with_conjuncts(token):
        if one.i in told:
            return told[one.i]
    inner = (one for one in token.subtree if one.dep_ in {"acl", "acl:relcl", "nmod", "compound"})
    return next((told[one.i] for one in inner if one.i in told), None)
