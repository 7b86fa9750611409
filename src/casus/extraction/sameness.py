"""One incident for all its tellings: "the strikes", "the US attack", "an act of retaliation", "the operation"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.joined import are_one, family, is_answer, is_result
from casus.extraction.likeness import (
    KIN,
    LATEST,
    PASSING,
    can_mean,
    contradicts,
    deaths,
    is_told_in_passing,
    likeness,
    signs,
)
from casus.extraction.tellings import Event, Telling
from casus.ontology import EventType

_BY_CROWDS = frozenset({EventType.PROTEST, EventType.ASSAULT})
_CROWDS = frozenset("crowd protester protestor demonstrator marcher mourner mob rioter".split())
_FAR = 400
"""How far back a word can refer, in tokens."""


def events(tellings: Sequence[Telling]) -> list[Event]:
    """Return the incidents of a story."""
    found: list[Event] = []
    for place, telling in enumerate(tellings):
        near = in_reach(telling, found)
        told = [telling, *joined_after(place, tellings)]
        same = as_said(told, near) or _likeliest(told, near)
        if same is not None:
            same.tellings.append(telling)
        else:
            found.append(Event([telling]))
    return found


def joined_after(place: int, tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Yield what the rest of the sentence tells of the same: the attack of `a man was hurt in the attack`."""
    telling = tellings[place]
    for other in tellings[place + 1 :]:
        if other.head.sent.start != telling.head.sent.start:
            return
        if other.happening.type is telling.happening.type and are_one(telling.happening, other.happening):
            yield other


def in_reach(telling: Telling, found: Sequence[Event]) -> list[Event]:
    """Return the incidents that are not too far back for a telling to be of them."""
    return [one for one in found if telling.head.i - one.last.head.i <= _FAR]


def as_said(told: Sequence[Telling], found: Sequence[Event]) -> Event | None:
    """Return the incident that the first of some tellings is of, which a sentence joins, by what that sentence says."""
    telling = told[0]
    return (
        _by_its_words(telling, found)
        or _threatened_in(telling, found)
        or _joined_by_syntax(telling, found)
        or _of_same_crowd(telling, found)
        or _of_same_death(telling, found)
        or _called_the_same(told, found)
        or _came_of(told, found)
        or _answering(telling, found)
    )


def compared(telling: Telling, found: Sequence[Event]) -> list[tuple[Event, frozenset[str]]]:
    """Return the incidents that a telling may be of, latest first, with the signs for and against."""
    able = [(event, signs(telling, event)) for event in reversed(found) if _comparable(telling, event)]
    order = _recency if _points_back(telling.head) else _prominence
    meant = max((one for one in able if can_mean(one[1])), key=order, default=(None, None))[0]
    return [(event, said | {LATEST} if event is meant else said) for event, said in able]


def _prominence(compared: tuple[Event, frozenset[str]]) -> tuple[int, bool, int]:
    """What a definite noun means first: of the latest sentence, what it tells before what it adds in passing."""
    event, said = compared
    return event.last.head.sent.start, PASSING not in said, event.last.head.i


def _recency(compared: tuple[Event, frozenset[str]]) -> int:
    """What `that raid` means first: the latest."""
    return compared[0].last.head.i


def _points_back(noun: Token) -> bool:
    return any(part.lower_ in {"that", "those"} and part.dep_ == "det" for part in noun.children)


def _likeliest(told: Sequence[Telling], found: Sequence[Event]) -> Event | None:
    """The earlier incident that what is told agrees with most, if it is likelier than not to be of it.

    Of several tellings of one incident the clearest decides, unless one of them contradicts.
    """
    said: dict[int, list[frozenset[str]]] = defaultdict(list)
    for telling in told:
        for event, signs_ in compared(telling, found):
            said[id(event)].append(signs_)
    likely = [(_of_several(said[id(event)]), event) for event in reversed(found) if id(event) in said]
    best = max(likely, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[0] > 0 else None


def _of_several(said: Sequence[frozenset[str]]) -> float:
    weighed = [likeness(signs_) for signs_ in said]
    return min(weighed) if any(contradicts(signs_) for signs_ in said) else max(weighed)


def _comparable(telling: Telling, event: Event) -> bool:
    """Whether both are of one type, or told by one word (a raid on homes, homes raided), and more than `revenge`."""
    if is_answer(telling.happening) or all(is_answer(other.happening) for other in event.recent):
        return False
    return telling.happening.type is event.type or telling.head.lemma_ == event.last.head.lemma_


def _by_its_words(telling: Telling, found: Sequence[Event]) -> Event | None:
    """The incident of a phrase that the word is part of: the talks of `hold talks`, the fire of `open fire`."""
    for event in found:
        for other in event.recent:
            if telling.head in other.happening.words or other.head in telling.happening.words:
                return None if _is_ended(telling, other) else event
    return None


def _is_ended(telling: Telling, other: Telling) -> bool:
    """Whether the one tells of the end of the other, which has parties or a place of its own: an end to the attacks."""
    is_violence = telling.happening.type is EventType.ASSAULT and other.happening.type is EventType.RETREAT
    return is_violence and bool(telling.places or telling.targets or telling.perpetrators)


def _threatened_in(telling: Telling, found: Sequence[Event]) -> Event | None:
    """The threat whose content this is: vowed to retaliate, threatened to shell."""
    head = telling.head
    for governor in _governed_by(head):
        for event in reversed(found):
            if event.type is EventType.THREATEN and any(other.head == governor for other in event.recent):
                return event
    return None


def _governed_by(head: Token) -> Iterator[Token]:
    """The words whose content a word is: through infinitives, that-clauses, objects and of-phrases."""
    below = head
    for governor in syntax.governors(head):
        if below.dep_ not in {"xcomp", "ccomp", "obj", "conj"} and not (
            below.dep_ in {"nmod", "obl"} and syntax.preposition(below) in {"of", "with"}
        ):
            return
        yield governor
        below = governor


def _joined_by_syntax(telling: Telling, found: Sequence[Event]) -> Event | None:
    """`killed in a rocket attack`, `an attack that left ten dead`, `an act of retaliation`: one thing."""
    for event in reversed(found):
        for other in event.recent:
            if other.happening.type is telling.happening.type and are_one(telling.happening, other.happening):
                return event
    return None


def _of_same_crowd(telling: Telling, found: Sequence[Event]) -> Event | None:
    """What a crowd does beside its protest: `protesters marched on the embassy, shouting slogans and burning flags`."""
    if telling.happening.type is not EventType.PROTEST or telling.happening.is_noun:
        return None
    crowd = _crowd(telling)
    for event in reversed(found):
        if event.type in _BY_CROWDS and any(_is_one_crowd(crowd, _crowd(other)) for other in event.recent):
            return event if crowd.isdisjoint(_CROWDS) or not contradicts(signs(telling, event)) else None
    return None


def _is_one_crowd(crowd: set[str], other: set[str]) -> bool:
    """Whether two tellings have one crowd: by the same word, or by any that means no more than a crowd."""
    return bool(crowd & other) or bool(crowd & _CROWDS and other & _CROWDS)


def _crowd(telling: Telling) -> set[str]:
    return {token.lemma_.lower() for token in telling.doers if token.pos_ == "NOUN"}


def _of_same_death(telling: Telling, found: Sequence[Event]) -> Event | None:
    """The incident in which somebody died whose death this tells again: a person dies but once."""
    dead = deaths(telling)
    return next((event for event in reversed(found) if any(dead & deaths(other) for other in event.recent)), None)


def _called_the_same(told: Sequence[Telling], found: Sequence[Event]) -> Event | None:
    """The latest incident of such a kind, where a noun says that it is meant: others died in the same strike."""
    for telling in told:
        if telling.happening.is_noun and any(part.lower_ == "same" for part in telling.head.children):
            for event, said in compared(telling, found):
                if said & KIN:
                    return event
    return None


def _came_of(told: Sequence[Telling], found: Sequence[Event]) -> Event | None:
    """The violence of the sentence before, where this one only counts its victims: `seven people were killed`.

    Of what that sentence tells the main thing: the raid of `raided in response to the ambush that killed two`.
    """
    telling, head = told[0], told[0].head
    bare = not (telling.perpetrators or telling.places) and head.dep_ in {"ROOT", "ccomp"}
    if not bare or not all(is_result(one.happening) for one in told) or not head.sent.start:
        return None
    sentences = {head.doc[head.sent.start - 1].sent.start, head.sent.start}
    near = [one for one in reversed(found) if one.last.head.sent.start in sentences and _has_victims(one)]
    event = min(near, key=is_told_in_passing, default=None)
    if event is None or all(is_result(other.happening) for other in event.tellings):
        return None
    return None if contradicts(signs(telling, event)) else event


def _has_victims(event: Event) -> bool:
    """Whether victims can be those of an incident: an attack, not the war that it was in."""
    return event.type is EventType.ASSAULT and family(event.tellings[0].happening) != "war"


def _answering(telling: Telling, found: Sequence[Event]) -> Event | None:
    """The deed that the same sentence calls an act of retaliation."""
    if not is_answer(telling.happening):
        return None
    here = (event for event in reversed(found) if event.last.head.sent.start == telling.head.sent.start)
    return next((event for event in here if event.type is EventType.ASSAULT), None)
