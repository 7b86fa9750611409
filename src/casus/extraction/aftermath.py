"""What follows from the incidents: who did a condemned attack is condemned, who did an avenged one is to pay."""

from collections.abc import Iterator, Sequence

from casus.extraction.confidence import CONFIDENCE
from casus.extraction.parties import Party
from casus.extraction.statements import Statement
from casus.extraction.tellings import Event
from casus.ontology import EventType, Polarity, Predicate

_ABOUT_DEEDS = frozenset({EventType.ACCUSE, EventType.REJECT})
_ANSWERS = frozenset({EventType.ASSAULT, EventType.THREATEN})


def addressed_through_deeds(events: Sequence[Event]) -> None:
    """Give a condemnation of an attack the attack's perpetrators as its targets."""
    by_token = {telling.happening.head.i: event for event in events for telling in event.tellings}
    for event in events:
        if event.type in _ABOUT_DEEDS:
            for telling in event.tellings:
                deeds = [
                    by_token[one.i] for one in telling.patients if one.i in by_token and by_token[one.i] is not event
                ]
                if deeds and not telling.targets:
                    telling.targets = tuple(dict.fromkeys(party for deed in deeds for party in _perpetrators(deed)))


def targets_of_answers(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield, for an answer whose target is not said, that it is aimed at the perpetrators of what it answers."""
    said = list(statements)
    for one in said:
        if one.predicate is not Predicate.RETALIATES_FOR or one.polarity is Polarity.DENIED:
            continue
        answer, cause = one.subject, one.object
        if not isinstance(answer, Event) or not isinstance(cause, Event) or answer.type not in _ANSWERS:
            continue
        if any(other.subject is answer and other.predicate is Predicate.TARGET for other in said):
            continue
        doers = {other.object for other in said if other.subject is answer and other.predicate is Predicate.PERPETRATOR}
        for other in said:
            if (
                other.subject is cause
                and other.predicate is Predicate.PERPETRATOR
                and other.object not in doers
                and other.polarity is Polarity.ASSERTED
            ):
                yield Statement(
                    answer,
                    Predicate.TARGET,
                    other.object,
                    one.sentence,
                    "aftermath:target of an answer",
                    CONFIDENCE["target of an answer"],
                )


def _perpetrators(event: Event) -> list[Party]:
    return [party for telling in event.tellings for party in telling.perpetrators]
