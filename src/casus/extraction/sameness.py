"""One incident for all its tellings: "the strikes", "the US attack", "an act of retaliation", "the operation"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.happenings import Happening
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.parties import Party
from casus.extraction.tolls import Tolls
from casus.knowledge import Known
from casus.ontology import EntityType, EventType, Status
from casus.records import Dates, Toll

FAMILIES: dict[str, str] = {
    row.text("word"): row.text("family") for row in rows(FOLDER / "families.tsv", ("word", "family", "comment"))
}
_RESULTS = frozenset({"kill", "wound", "injure", "die", "hurt", "leave", "perish"})
_JOINING = frozenset({"in", "by", "during", "when", "as", "with", "after", "from", "over"})
_PARTITIVE = frozenset({"act", "series", "wave", "spate", "exchange", "part", "campaign", "string"})
_BY_CROWDS = frozenset({EventType.PROTEST, EventType.ASSAULT})
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
            if other.happening.type is telling.happening.type and _is_one_in_syntax(telling.happening, other.happening):
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


def _is_one_in_syntax(one: Happening, other: Happening) -> bool:
    if one.head.sent.start != other.head.sent.start:
        return False
    pair = (one, other)
    return any(_hangs_as_result(upper, lower) for upper, lower in (pair, pair[::-1]))


def _hangs_as_result(upper: Happening, lower: Happening) -> bool:
    """Whether the lower happening hangs on the upper one as its means, result or other name."""
    if _accompanies(upper.head, lower.head):
        return _kin(_family(upper), _family(lower))
    path = _path(lower.head, upper.head)
    if path is None:
        return False
    if _is_what_came_of_it(lower, path) or _is_subject(upper, lower, path):
        return True
    return _is_means(lower, path) if _is_result(upper) else _is_other_name(upper, lower, path)


def _is_what_came_of_it(lower: Happening, path: list[Token]) -> bool:
    """`attacked a post, killing nine`, `the bombing of a bus which killed forty`."""
    if not _is_result(lower):
        return False
    clause = path[0].dep_ in {"acl:relcl", "acl", "advcl", "conj", "parataxis"}
    if len(path) == 1:
        return clause and _goes_on(path[0])
    return path[0].dep_ == "acl:relcl" and all(one.dep_ in {"nmod", "obl"} for one in path[1:])


def _is_subject(upper: Happening, lower: Happening, path: list[Token]) -> bool:
    """`the blast hit a bus`, `clashes killed seven`."""
    return upper.head.pos_ == "VERB" and lower.is_noun and path[-1].dep_ == "nsubj" and len(path) == 1


def _is_means(lower: Happening, path: list[Token]) -> bool:
    """`killed in a rocket attack`, `the killing of a contractor in an attack`."""
    mark = syntax.preposition(path[0])
    hanging = path[0].dep_ in {"obl", "nmod", "obl:agent", "advcl"}
    return hanging and mark in _JOINING and _only_people_between(path) and not _is_earlier(lower, mark)


def _is_other_name(upper: Happening, lower: Happening, path: list[Token]) -> bool:
    """`strikes, an act of retaliation`, `a wave of attacks`, `the attack, the largest targeting the militia`."""
    label = path[-1].dep_
    if label == "appos" and (len(path) == 1 or syntax.preposition(path[0]) == "of"):
        return True
    goes_with = label in {"acl", "advcl", "appos"} and lower.head.tag_ == "VBG"
    return _is_part_of(path) or (goes_with and _kin(_family(upper), _family(lower)))


def _is_part_of(path: list[Token]) -> bool:
    """`an act of retaliation`, `part of a new wave of protests`."""
    return len(path) > 1 and all(one.head.lemma_ in _PARTITIVE and syntax.preposition(one) == "of" for one in path[:-1])


def _accompanies(upper: Token, lower: Token) -> bool:
    """`protests turned violent, with protesters pelting the consulate`."""
    return upper.dep_ == "nsubj" and lower.dep_ == "advcl" and lower.tag_ == "VBG" and upper.head == lower.head


def _goes_on(part: Token) -> bool:
    """Whether a clause tells what came of it: not a second deed with a subject of its own."""
    own = any(one.dep_.startswith("nsubj") and one.tag_ not in {"WDT", "WP"} for one in part.children)
    return part.dep_ != "conj" or part.tag_ in {"VBG", "VBN"} or not own


def _is_earlier(lower: Happening, mark: str) -> bool:
    return mark in {"after", "over", "as"} and not lower.is_noun


def _only_people_between(path: list[Token]) -> bool:
    """A means hangs on the verb, or on the people killed: killing of a contractor in an attack."""
    return (
        all(one.dep_ in {"nmod", "obl", "obj", "nsubj:pass", "obl:agent", "advcl", "nsubj"} for one in path)
        and len(path) <= 2
    )


def _path(lower: Token, upper: Token) -> list[Token] | None:
    """The tokens from the lower up to just below the upper, two steps at most; through appositions freely."""
    path = [lower]
    while path[-1].head != upper:
        if path[-1].head == path[-1] or len(path) > 3:
            return None
        path.append(path[-1].head)
    return path


def _is_result(happening: Happening) -> bool:
    lemma = happening.head.lemma_.lower()
    return lemma in _RESULTS or lemma in {"killing", "murder", "death", "assassination"}


def _family(happening: Happening) -> str:
    return FAMILIES.get(happening.head.lemma_.lower(), "")


def _referred_to(telling: Telling, found: Sequence[Event]) -> Event | None:
    """The latest earlier incident that a definite noun, or the same words again, can mean."""
    able = [event for event in found if _can_mean(telling, event)]
    return max(able, key=lambda event: (_shares_parties(telling, event), event.last.happening.head.i), default=None)


def _can_mean(telling: Telling, event: Event) -> bool:
    first = event.tellings[0]
    if not _same_kind(telling, event) or not _compatible_status(telling.status, first.status):
        return False
    if _conflict(telling, event):
        return False
    if telling.happening.is_noun:
        return (
            _is_definite(telling)
            or _says_nothing_new(telling, event)
            or (bool(_parties(telling)) and _shares_parties(telling, event))
        )
    return _refers_to_dead(telling) or _told_again(telling, event)


def _says_nothing_new(telling: Telling, event: Event) -> bool:
    """A bare noun of the same family again, as in a headline: `after deadly air strikes`."""
    bare = not (telling.perpetrators or telling.targets or telling.places or telling.days)
    family = _family(telling.happening)
    return (
        bare
        and not _is_new(telling.happening.head)
        and any(other.happening.is_noun and _family(other.happening) == family for other in event.recent)
    )


def _refers_to_dead(telling: Telling) -> bool:
    """`those killed`, `the people killed`: of an incident already told."""
    head = telling.happening.head
    return (
        head.dep_ == "acl"
        and _is_result(telling.happening)
        and (head.head.lower_ == "those" or any(part.lower_ in {"the", "those"} for part in head.head.children))
    )


def _same_kind(telling: Telling, event: Event) -> bool:
    if telling.happening.type is not event.type:
        return False
    mine = _family(telling.happening)
    return any(_kin(mine, _family(other.happening)) for other in event.recent)


def _kin(one: str, other: str) -> bool:
    return one == other or ("any" in (one, other) and "war" not in (one, other))


def _compatible_status(one: Status, other: Status) -> bool:
    real = {Status.OCCURRED, Status.ONGOING}
    return one is other or {one, other} <= real


def _conflict(telling: Telling, event: Event) -> bool:
    """Whether something said here contradicts what was said of the event: other doers, other victims, days, places."""
    return any(
        _differ(_actors(telling.perpetrators), _actors(other.perpetrators))
        or _differ(_actors(telling.targets), _actors(other.targets))
        or _reversed(telling, other)
        or _differ(_towns(telling), _towns(other))
        or _apart(telling.days, other.days)
        or _other_toll(telling.tolls.killed, other.tolls.killed)
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
    return any(
        part.lower_
        in {"new", "another", "second", "third", "first", "separate", "other", "fresh", "next", "previous", "earlier"}
        for part in noun.children
    )


def _told_again(telling: Telling, event: Event) -> bool:
    """A verb tells the same again where its family and a party, or its victims, agree."""
    mine = _family(telling.happening)
    for other in event.recent:
        if mine == _family(other.happening) and mine and _parties(telling) & _parties(other):
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


def _later_in_list(telling: Telling, other: Telling) -> bool:
    return telling.happening.head.sent.start == other.happening.head.sent.start


def _same_words_below(telling: Telling, other: Telling) -> bool:
    """`tried to storm the embassy`, told twice: the same verb with the same object."""
    mine = {one.lemma_.lower() for one in syntax.objects(telling.happening.head)}
    return bool(mine & {one.lemma_.lower() for one in syntax.objects(other.happening.head)})
