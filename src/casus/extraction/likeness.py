"""How likely a telling is of an incident told before: what agrees and what differs, weighed by lexicon/likeness.tsv.

The weights are those of a logistic regression over pairs of a telling and an incident told before it in the text, as
`python -m benchmarks.sameness` fits them. A sign that the file does not list counts nothing.
"""

from collections.abc import Iterable, Iterator
from math import cos, fsum, hypot, radians

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.joined import family, is_result, kin
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.nouns import Standing, standing
from casus.extraction.tellings import Event, Telling, actors, people
from casus.knowledge import Known
from casus.ontology import EntityType, EventType, Status
from casus.records import Dates, Toll

_LINES = list(rows(FOLDER / "likeness.tsv", ("sign", "weight", "expected", "comment")))
WEIGHTS = {row.text("sign"): row.converted("weight", float) for row in _LINES}
"""What each sign adds to the log-odds, `always` in any case."""
EXPECTED = {row.text("sign"): row.converted("expected", float) for row in _LINES}
"""The weights that were expected before any text was counted, towards which the fit is drawn."""
LATEST = "latest that the noun fits"
PASSING = "told in passing before"
_APART = frozenset(
    "new another second third first separate other fresh next previous earlier different similar subsequent further"
    " more deadliest worst latest recent retaliatory such".split()
)
_BY_ARMS = ({"killing", "guns"}, {"killing", "bombs"})
"""Families of which one tells the deed and the other what it did: demonstrators were shot; the killings."""
_AS_ONE_MORE = frozenset("also meanwhile elsewhere separately again later earlier previously".split())
_BEFORE = frozenset({"after", "for", "over", "following", "since", "because", "to"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})
_SPEECH = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT})
_WEAPONS = frozenset(
    "rocket missile mortar shell artillery drone bomb grenade gunfire air airstrike warplane jet helicopter car".split()
)
_MASS = frozenset("violence unrest bloodshed gunfire fire warfare".split())
REAL = frozenset({Status.OCCURRED, Status.ONGOING})
_HURT = frozenset({"wound", "injure", "hurt"})
_SITES = frozenset({"base", "airport", "plant", "building", "landmark", "port", "border-crossing"})
_DEGREE, _NEAR = 111.0, 30.0
"""Kilometres: of a degree, and between a site and a town by either of which one attack can be told."""
_FAR = 100
"""How far back an incident is no longer fresh in mind, in tokens."""
_DIFFERENCES = frozenset(
    {
        "other targets",
        "other perpetrators",
        "other person",
        "other speaker",
        "other place",
        "other day",
        "other toll",
        "other number",
        "other reality",
        "other content",
        "roles reversed",
        "set apart",
        "told as one more",
    }
)
_CONTRADICTIONS = frozenset(
    {"other content", "other person", "other place", "other day", "other toll", "roles reversed"}
)
_DEED_OR_VICTIMS = frozenset({"deed of the victims", "victims of the deed"})
KIN = frozenset({"same word", "same family", "general word"})


def likeness(found: Iterable[str]) -> float:
    """Return the log-odds that a telling is of an incident, by the signs between them, in whatever order they come."""
    return fsum([WEIGHTS["always"], *(WEIGHTS.get(sign, 0.0) for sign in found)])


def signs(telling: Telling, event: Event) -> frozenset[str]:
    """Return what speaks for and against a telling's being of an incident, in the terms of lexicon/likeness.tsv."""
    found = {
        *_of_words(telling, event),
        *_of_weapons(telling, event),
        *_of_form(telling),
        *_of_number(telling, event),
        *_of_parties(telling, event),
        *_of_persons(telling, event),
        *_of_circumstances(telling, event),
        *_of_cost(telling, event),
        *_of_distance(telling, event),
    }
    return frozenset(found | set(_of_all(found)))


def deaths(telling: Telling) -> set[str]:
    """Return the persons whose death is told as having happened."""
    killed = family(telling.happening) == "killing" and telling.head.lemma_.lower() not in _HURT
    return people(telling.targets) if killed and telling.status in REAL else set()


def weapons(telling: Telling) -> set[str]:
    """Return the weapons that a telling names as what did it, as lemmas."""
    head = telling.head
    subject = None if telling.happening.is_noun else syntax.subject(head)
    beside = [head, *telling.happening.words, *syntax.modifiers(head), *syntax.objects(head)]
    return _lemmas([*beside, *([subject] if subject else [])]) & _WEAPONS


def can_mean(found: frozenset[str]) -> bool:
    """Tell whether a definite noun fits an incident: their words are kin and nothing differs."""
    return "definite" in found and bool(found & KIN) and not differs(found)


def contradicts(found: frozenset[str]) -> bool:
    """Tell whether what is told cannot be of an incident: another place or day, others dead, the roles reversed."""
    return bool(found & _CONTRADICTIONS)


def differs(found: frozenset[str]) -> bool:
    """Tell whether something that is said of a telling contradicts what was said of an incident."""
    return bool(found & _DIFFERENCES)


def _of_all(found: set[str]) -> Iterator[str]:
    """What several signs say together, where nothing differs."""
    if found & _DIFFERENCES:
        return
    kin_ = bool(found & KIN)
    in_turn = bool(found & _DEED_OR_VICTIMS) and bool(found & {"same targets", "same things", "nobody named"})
    if "told after the lead" in found and (kin_ or in_turn):
        yield "lead told in full"
    if "nobody named" in found and kin_ and "definite" not in found:
        yield "bare and nothing differs"
    if {"same word", "same things"} <= found:
        yield "same word of the same things"


def _of_words(telling: Telling, event: Event) -> Iterator[str]:
    mine, theirs = family(telling.happening), {family(other.happening) for other in event.recent}
    if telling.head.lemma_.lower() in {other.head.lemma_.lower() for other in event.recent}:
        yield "same word"
    if mine in theirs - {""}:
        yield "same family"
    elif mine:
        yield "general word" if any(kin(mine, one) or {mine, one} in _BY_ARMS for one in theirs) else "other family"
    if (mine == "war") is not ("war" in theirs):
        yield "war or deed"
    if telling.happening.type is not event.type:
        yield "other type"
    if "other content" in _compared("content", _content(telling), {one for o in event.recent for one in _content(o)}):
        yield "other content"
    if telling.happening.type in _SPEECH:
        yield "speech"
    elif telling.happening.type not in _VIOLENT:
        yield "neither speech nor violence"


def _content(telling: Telling) -> set[str]:
    """What is threatened, asked for or refused: threatened to behead."""
    clause = syntax.infinitive(telling.head) if telling.happening.trigger.has_content else None
    return {clause.lemma_.lower()} if clause is not None else set()


def _of_weapons(telling: Telling, event: Event) -> Iterator[str]:
    """`rockets had been fired at Israel` after `rocket attacks`; `pelted the police` after `pelting police`."""
    yield from _compared("weapon", weapons(telling), {one for other in event.recent for one in weapons(other)})
    if _things(telling) & {one for other in event.recent for one in _things(other)}:
        yield "same things"


def _of_form(telling: Telling) -> Iterator[str]:
    head = telling.head
    if _is_said_of_it(head):
        yield "said of it"
    elif any(part.lower_ in _APART or part.tag_ == "JJS" for part in head.children) or any(
        part.lower_ == "another" for one in telling.patients for part in one.children
    ):
        yield "set apart"
    if _is_of_long(head):
        yield "of a longer time"
    determiner = syntax.child(head, "det")
    is_definite = determiner is not None and determiner.lower_ in _DEFINITE
    clause = head if is_definite else syntax.clause_head(head)  # also hurt in the attack
    if any(part.lower_ in _AS_ONE_MORE for one in (head, clause) for part in one.children):
        yield "told as one more"
    if not telling.happening.is_noun:
        yield "verb"
        return
    if determiner is not None:
        described = bool(telling.patients) or syntax.child(head, "acl:relcl") is not None
        definite = "described" if described else "definite"
        yield definite if is_definite else "indefinite"
    elif syntax.possessors(head):
        yield "possessed"
    elif head.tag_ == "NNS":
        yield "bare plural"


def _of_number(telling: Telling, event: Event) -> Iterator[str]:
    """`the attack` is hardly one of `a series of attacks`; violence and shelling are neither one nor many."""
    counted = [other.head for other in (telling, *event.recent) if other.happening.is_noun and not _is_mass(other.head)]
    plurals = {one.tag_ == "NNS" for one in counted if one != telling.head}
    if telling.head in counted and plurals:
        if (telling.head.tag_ == "NNS") in plurals:
            yield "same number"
        elif all(other.happening.is_noun for other in event.recent):
            yield "other number"


def _is_mass(noun: Token) -> bool:
    return noun.tag_ == "NN" and (noun.lower_ in _MASS or noun.lower_.endswith("ing"))


def _is_said_of_it(head: Token) -> bool:
    """`It was the second clash in a week`: what was just told."""
    subject = syntax.child(head, "nsubj") if syntax.child(head, "cop") is not None else None
    return subject is not None and subject.lower_ in {"it", "this", "that"} and not syntax.preposition(head)


def _is_of_long(head: Token) -> bool:
    """`rebels who have killed hundreds`: what somebody has done all along, told of who it is."""
    clause = next((one for one in (head, *syntax.governors(head)) if one.dep_ == "acl:relcl"), None)
    return clause is not None and any(part.lower_ in {"have", "has"} and part.dep_ == "aux" for part in clause.children)


def _of_parties(telling: Telling, event: Event) -> Iterator[str]:
    did, suffered = actors(telling.perpetrators), actors(telling.targets)
    doers = {one for other in event.recent for one in actors(other.perpetrators)}
    victims = {one for other in event.recent for one in actors(other.targets)}
    yield from _compared("perpetrators", did, doers)
    if not _is_named_at_last(telling, event):
        yield from _compared("targets", suffered, victims)
    mutual = any(one.happening.trigger.agent == "with" for one in (telling, *event.recent))
    if not mutual and (did & (victims - doers) or suffered & (doers - victims)):
        yield "roles reversed"
    if not (did or suffered or telling.patients):
        yield "nobody named"


def _of_persons(telling: Telling, event: Event) -> Iterator[str]:
    """A person dies but once, and what one person says another does not."""
    dead = {one for other in event.recent for one in people(other.targets)}
    yield from _compared("person", people(telling.targets), dead)
    speakers = {one for other in event.recent for one in people(other.perpetrators)}
    if telling.happening.type in _SPEECH and "other speaker" in _compared(
        "speaker", people(telling.perpetrators), speakers
    ):
        yield "other speaker"
    if _is_named_at_last(telling, event):
        yield "victim named at last"


def _of_circumstances(telling: Telling, event: Event) -> Iterator[str]:
    mine, theirs = _towns(telling), [one for other in event.recent for one in _towns(other)]
    if mine and theirs:
        yield "same place" if any(_are_near(one, other) for one in mine for other in theirs) else "other place"
    days = [other.moment for other in event.recent if other.moment is not None]
    if telling.moment is not None and days:
        yield "other day" if all(_apart(telling.moment, one) for one in days) else "same day"
    stands = {other.status for other in event.recent}
    if telling.status not in stands:
        yield "one of them goes on" if telling.status in REAL and stands & REAL else "other reality"


def _of_cost(telling: Telling, event: Event) -> Iterator[str]:
    if any(_other_toll(telling.tolls.killed, other.tolls.killed) for other in event.recent):
        yield "other toll"
    if telling.happening.type is not EventType.ASSAULT:
        return
    by_victims = [is_result(other.happening) for other in event.recent]
    if is_result(telling.happening):
        yield "both by victims" if any(by_victims) else "victims of the deed"
    elif all(by_victims):
        yield "deed of the victims"


def _of_distance(telling: Telling, event: Event) -> Iterator[str]:
    here, before = telling.head.sent, event.last.head.sent
    if here.start == before.start:
        yield "same sentence"
        if not (telling.happening.is_noun or event.last.happening.is_noun):
            yield "two verbs of one sentence"
        if _is_said_to_precede(telling.head):
            yield "what came before it"
    elif here.start == before.end:
        yield "next sentence"
    elif telling.head.i - event.last.head.i > _FAR:
        yield "far"
    if all(_goes_along(other.head) for other in event.recent):
        yield PASSING
    if event.head.sent.start == 0:
        after = here.start == event.head.sent.end and not telling.happening.is_noun
        yield "told after the lead" if after else "told in the lead"


def is_told_in_passing(event: Event) -> bool:
    """Tell whether an incident has only been told as what goes with another: in response to attacks that killed ten."""
    heads = [other.head for other in event.recent]
    return all(_goes_along(one.head if one.dep_ == "acl:relcl" else one) for one in heads)


def _goes_along(head: Token) -> bool:
    """Whether a noun only goes with what its sentence tells: in response to attacks, after an ambush."""
    return head.dep_ in {"obl", "nmod"} and head.pos_ == "NOUN" and syntax.preposition(head) not in {"in", "by", "with"}


def _is_said_to_precede(head: Token) -> bool:
    """Whether it hangs on what else the sentence tells as that which came before: `shelled after the ambush`."""
    return any(syntax.preposition(one).split(" ")[0] in _BEFORE for one in (head, head.head) if one.pos_ != "PRON")


def _compared(what: str, mine: Iterable[str], theirs: Iterable[str]) -> Iterator[str]:
    mine, theirs = set(mine), set(theirs)
    if mine and theirs:
        yield f"same {what}" if mine & theirs else f"other {what}"


def _is_named_at_last(telling: Telling, event: Event) -> bool:
    """Whether the next sentence names the one whose death was told: `killed a judge. Omar Haddad was shot dead …`."""
    told = [one for one in event.recent if one.head.sent.end == telling.head.sent.start and _tells_of_one_dead(one)]
    return (
        bool(told)
        and family(telling.happening) in {"killing", "guns"}
        and not telling.happening.is_noun
        and len(people(telling.targets)) == 1
        and not telling.perpetrators
    )


def _tells_of_one_dead(telling: Telling) -> bool:
    one_man = len(telling.patients) == 1 and telling.patients[0].tag_ == "NN" and not people(telling.targets)
    return (
        one_man
        and family(telling.happening) == "killing"
        and standing(telling.patients[0]) in {Standing.LEADER, Standing.OFFICIAL, Standing.PEOPLE}
    )


def _things(telling: Telling) -> set[str]:
    return _lemmas([*telling.patients, *syntax.objects(telling.head)])


def _lemmas(tokens: Iterable[Token]) -> set[str]:
    return {one.lemma_.lower() for one in tokens}


def _other_toll(one: Toll | None, other: Toll | None) -> bool:
    return one is not None and other is not None and one.max is not None and other.max is not None and one != other


def _apart(one: Dates, other: Dates) -> bool:
    return one.latest < other.earliest or other.latest < one.earliest


def _towns(telling: Telling) -> list[Known]:
    return [place for place in telling.places if place.type is EntityType.PLACE]


def _are_near(one: Known, other: Known) -> bool:
    """Tell whether two places are one, or a site and the town that it is near: the K1 base, Kirkuk."""
    if one.id == other.id:
        return True
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    if not {one.kind, other.kind} & _SITES:
        return False
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(one.latitude - other.latitude, east) * _DEGREE <= _NEAR
