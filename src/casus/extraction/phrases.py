"""Which incident a phrase names, and what a word says of two of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.attribution import voice
from casus.extraction.parties import Parties
from casus.extraction.statements import Statement
from casus.extraction.tellings import Event
from casus.ontology import Predicate


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


@dataclass(frozen=True)
class Links:
    """Makes statements of one predicate between incidents; their rules are `family:word`."""

    predicate: Predicate
    family: str
    parties: Parties

    def link(self, later: Event, earlier: Event, word: Token, confidence: float) -> Statement:
        """Return what a word says of two incidents, on whose word, and whether it denies it."""
        told = voice(word, self.parties)
        return Statement(
            subject=later,
            predicate=self.predicate,
            object=earlier,
            sentence=word.sent,
            rule=f"{self.family}:{word.lemma_.lower()}",
            confidence=confidence,
            polarity=told.polarity(word),
            attributed_to=told.speaker,
        )
