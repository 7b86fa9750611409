"""One incident for all its tellings: "the strikes", "the US attack", "an act of retaliation", "the operation"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening
from casus.extraction.joined import are_one, family, is_result, kin
from casus.extraction.nouns import Standing, standing
from casus.extraction.parties import Party
from casus.extraction.tolls import Tolls
from casus.knowledge import Known
from casus.ontology import EntityType, EventType, Status
from casus.records import Dates, Toll

_BY_CROWDS = frozenset({EventType.PROTEST, EventType.ASSAULT})
_OTHER = frozenset(
    "new another second third first separate other fresh next previous earlier different similar subsequent further"
    " more deadliest worst latest".split()
)
_SPEECH = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN})
"""What one person says another does not."""
_WEAPONS = frozenset(
    "rocket missile mortar shell artillery drone bomb grenade gunfire air airstrike warplane jet helicopter".split()
)
_FAR = 400
"""How far back a word can refer, in tokens."""
_HELD = 12


@dataclass(eq=False)
class Telling:
    """A happening with all that its own words say of it."""

    happening: Happening
    status: Status
    perpetrators: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    patients: tuple[Token, ...] = ()
    places: tuple[Known, ...] = ()
    days: Dates | None = None
    tolls: Tolls = field(default_factory=Tolls)
    doers: tuple[Token, ...] = ()
    """The heads of the phrases that act, also those that stand for nobody known."""


@dataclass(eq=False)
class Event:
    """One incident of the story, with all its tellings in the order of the text."""

    tellings: list[Telling]

    @property
    def type(self) -> EventType:
        """The type of its first telling."""
        return self.tellings[0].happening.type

    @property
    def last(self) -> Telling:
        """Its latest telling."""
        return self.tellings[-1]

    @property
    def recent(self) -> list[Telling]:
        """Its first telling and the latest ones: what a new telling is held against."""
        return self.tellings if len(self.tellings) <= _HELD else [self.tellings[0], *self.tellings[1 - _HELD :]]

    @property
    def head(self) -> Token:
        """Where it is first told."""
        return self.tellings[0].happening.head


def events(tellings: Sequence[Telling]) -> list[Event]:
    """Return the incidents of a story."""
    found: list[Event] = []
    near: list[Event] = []
    for telling in tellings:
        near = [event for event in near if telling.happening.head.i - event.last.happening.head.i <= _FAR]
        same = (
            _by_its_words(telling, near)
            or _threatened_in(telling, near)
            or _joined_by_syntax(telling, near)
            or _of_same_crowd(telling, near)
            or _came_of(telling, near)
            or _referred_to(telling, near)
        )
        if same is not None:
            same.tellings.append(telling)
        else:
            found.append(Event([telling]))
            near.append(found[-1])
    return found


def _by_its_words(telling: Telling, found: Sequence[Event]) -> Event | None:
    """The incident of a phrase that the word is part of: the talks of `hold talks`, the fire of `open fire`."""
    head = telling.happening.head
    return next(
        (
            event
            for event in found
            for other in event.recent
            if head in other.happening.words or other.happening.head in telling.happening.words
        ),
        None,
    )


def _threatened_in(telling: Telling, found: Sequence[Event]) -> Event | None:
    """The threat whose content this is: vowed to retaliate, threatened to shell."""
    head = telling.happening.head
    for governor in _governed_by(head):
        for event in reversed(found):
            if event.type is EventType.THREATEN and any(other.happening.head == governor for other in event.recent):
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
        if event.type in _BY_CROWDS and any(crowd & _crowd(other) for other in event.recent):
            return event
    return None


def _crowd(telling: Telling) -> set[str]:
    return {token.lemma_.lower() for token in telling.doers if token.pos_ == "NOUN"}


def _came_of(telling: Telling, found: Sequence[Event]) -> Event | None:
    """The violence of the sentence before, where this one only counts its victims: `seven people were killed`."""
    head = telling.happening.head
    bare = not (telling.perpetrators or telling.places or telling.days) and head.dep_ in {"ROOT", "ccomp"}
    if (
        not bare
        or not is_result(telling.happening)
        or head.dep_ not in {"ROOT", "ccomp", "conj"}
        or not head.sent.start
    ):
        return None
    before = head.doc[head.sent.start - 1].sent.start
    for event in reversed(found):
        last = event.last.happening
        if event.type is EventType.ASSAULT and last.head.sent.start in {before, head.sent.start}:
            fits = not is_result(last) and not _conflict(telling, event)
            return event if fits and _compatible_status(telling.status, event.last.status) else None
    return None


def _referred_to(telling: Telling, found: Sequence[Event]) -> Event | None:
    """The latest earlier incident that a definite noun, or the same words again, can mean."""
    able = [event for event in found if _can_mean(telling, event)]
    return max(able, key=lambda event: (_shares_parties(telling, event), event.last.happening.head.i), default=None)


def _can_mean(telling: Telling, event: Event) -> bool:
    first = event.tellings[0]
    if _named_at_last(telling, event) and _compatible_status(telling.status, first.status):
        return True
    if not _same_kind(telling, event) or not _compatible_status(telling.status, first.status):
        return False
    if _same_dead(telling, event):
        return True
    if _conflict(telling, event):
        return False
    if telling.happening.is_noun:
        return (
            _is_definite(telling)
            or _says_nothing_new(telling, event)
            or (bool(_parties(telling)) and _shares_parties(telling, event))
        )
    return _refers_to_dead(telling) or _told_again(telling, event) or _same_weapon(telling, event)


def _same_dead(telling: Telling, event: Event) -> bool:
    """Whether both tell of the death of one named person, who dies but once."""
    return family(telling.happening) == "killing" and any(
        family(other.happening) == "killing" and _people(telling.targets) & _people(other.targets)
        for other in event.recent
    )


def _named_at_last(telling: Telling, event: Event) -> bool:
    """Whether the next sentence names the one whose death was told: `killed a judge. Omar Haddad was shot dead …`."""
    last = event.last
    one_man = len(last.patients) == 1 and last.patients[0].tag_ == "NN" and not _people(last.targets)
    return (
        one_man
        and family(last.happening) == "killing"
        and family(telling.happening) in {"killing", "guns"}
        and not telling.happening.is_noun
        and len(_people(telling.targets)) == 1
        and not telling.perpetrators
        and telling.happening.head.sent.start == last.happening.head.sent.end
        and standing(last.patients[0]) in {Standing.LEADER, Standing.OFFICIAL, Standing.PEOPLE}
    )


def _people(parties: Sequence[Party]) -> set[str]:
    return {party.known.id for party in parties if party.known.type is EntityType.PERSON}


def _says_nothing_new(telling: Telling, event: Event) -> bool:
    """A bare noun of the same family again, as in a headline: `after deadly air strikes`."""
    bare = not (telling.perpetrators or telling.patients or telling.places or telling.days)
    mine = family(telling.happening)
    return (
        bare
        and not _is_new(telling.happening.head)
        and any(other.happening.is_noun and family(other.happening) == mine for other in event.recent)
    )


def _refers_to_dead(telling: Telling) -> bool:
    """`those killed`, `the people killed`: of an incident already told."""
    head = telling.happening.head
    return (
        head.dep_ == "acl"
        and is_result(telling.happening)
        and (head.head.lower_ == "those" or any(part.lower_ in {"the", "those"} for part in head.head.children))
    )


def _same_kind(telling: Telling, event: Event) -> bool:
    if telling.happening.type is not event.type:
        return False
    mine = family(telling.happening)
    return any(kin(mine, family(other.happening)) for other in event.recent)


def _compatible_status(one: Status, other: Status) -> bool:
    real = {Status.OCCURRED, Status.ONGOING}
    return one is other or {one, other} <= real


def _conflict(telling: Telling, event: Event) -> bool:
    """Whether something said here contradicts what was said of the event: other doers, other victims, days, places."""
    return any(
        _differ(_actors(telling.perpetrators), _actors(other.perpetrators))
        or _differ(_actors(telling.targets), _actors(other.targets))
        or _differ(_people(telling.targets), _people(other.targets))
        or _reversed(telling, other)
        or _differ(_towns(telling), _towns(other))
        or _apart(telling.days, other.days)
        or _other_toll(telling.tolls.killed, other.tolls.killed)
        or (telling.happening.type in _SPEECH and _differ(_people(telling.perpetrators), _people(other.perpetrators)))
        for other in event.recent
    )


def _reversed(one: Telling, other: Telling) -> bool:
    """Whether those who did the one suffered the other."""
    return bool(
        _actors(one.perpetrators) & _actors(other.targets) - _actors(other.perpetrators)
        or _actors(one.targets) & _actors(other.perpetrators) - _actors(one.perpetrators)
    )


def _other_toll(one: Toll | None, other: Toll | None) -> bool:
    return one is not None and other is not None and one.max is not None and other.max is not None and one != other


def _differ(one: set[str], other: set[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _apart(one: Dates | None, other: Dates | None) -> bool:
    return one is not None and other is not None and (one.latest < other.earliest or other.latest < one.earliest)


def _actors(parties: Sequence[Party]) -> set[str]:
    """The actors that have a name: one without can turn out to be any of them."""
    return {party.known.id for party in parties if party.known.kind != "unnamed"}


def _parties(telling: Telling) -> set[str]:
    return _actors(telling.perpetrators) | _actors(telling.targets)


def _shares_parties(telling: Telling, event: Event) -> bool:
    return any(
        _actors(telling.perpetrators) & _actors(other.perpetrators) or _actors(telling.targets) & _actors(other.targets)
        for other in event.recent
    )


def _towns(telling: Telling) -> set[str]:
    return {place.id for place in telling.places if place.type is EntityType.PLACE}


def _is_definite(telling: Telling) -> bool:
    noun = telling.happening.head
    determiner = syntax.child(noun, "det")
    if determiner is not None:
        return determiner.lower_ in {"the", "this", "that", "these", "those", "both"} and not _is_new(noun)
    return bool(syntax.possessors(noun)) and bool(telling.perpetrators)


def _is_new(noun: Token) -> bool:
    """Whether a word sets it apart from those told before: another attack, the deadliest one."""
    return any(part.lower_ in _OTHER or part.tag_ == "JJS" for part in noun.children)


def _told_again(telling: Telling, event: Event) -> bool:
    """A verb tells the same again where its family and a party, or its victims, agree."""
    mine = family(telling.happening)
    for other in event.recent:
        if mine == family(other.happening) and mine and _parties(telling) & _parties(other):
            both = bool(_actors(telling.targets) & _actors(other.targets)) and bool(
                _actors(telling.perpetrators) & _actors(other.perpetrators)
            )
            if both or (
                telling.happening.head.lemma_ == other.happening.head.lemma_ and not _later_in_list(telling, other)
            ):
                return True
        if telling.happening.head.lemma_ == other.happening.head.lemma_ and _same_words_below(telling, other):
            return True
    return False


def _same_weapon(telling: Telling, event: Event) -> bool:
    """`rockets had been fired at Israel` after `rocket attacks on Israel`: one weapon, one side of it the same."""
    mine = _weapons(telling)
    return bool(mine) and any(
        mine & _weapons(other)
        and _shared(telling.targets, other.targets)
        and not _differ(_actors(telling.perpetrators), _actors(other.perpetrators))
        and other.happening.head.sent.start != telling.happening.head.sent.start
        for other in event.recent
    )


def _shared(one: Sequence[Party], other: Sequence[Party]) -> bool:
    return bool(_actors(one) & _actors(other))


def _weapons(telling: Telling) -> set[str]:
    head = telling.happening.head
    subject = syntax.subject(head) if not telling.happening.is_noun else None
    beside = [
        head,
        *telling.happening.words,
        *syntax.modifiers(head),
        *syntax.objects(head),
        *([subject] if subject else []),
    ]
    return {one.lemma_.lower() for one in beside} & _WEAPONS


def _later_in_list(telling: Telling, other: Telling) -> bool:
    return telling.happening.head.sent.start == other.happening.head.sent.start


def _same_words_below(telling: Telling, other: Telling) -> bool:
    """`tried to storm the embassy`, told twice: the same verb with the same object."""
    mine = {one.lemma_.lower() for one in syntax.objects(telling.happening.head)}
    return bool(mine & {one.lemma_.lower() for one in syntax.objects(other.happening.head)})
