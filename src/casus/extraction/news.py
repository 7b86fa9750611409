"""Is it news: whether an event has what makes an incident of it. Words alone do not: a deed needs somebody."""

from collections.abc import Sequence

from spacy.tokens import Token

from casus.extraction import syntax
from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.nouns import Standing, standing
from casus.extraction.story import is_group
from casus.extraction.tellings import Event, Telling
from casus.ontology import EntityType, EventType, Status

PRIVATE = frozenset(row.text("word") for row in rows(FOLDER / "private.tsv", ("word", "comment")))
_NEEDS_ADDRESSEE = frozenset({"allege", "suspect", "must", "warn", "assist", "advise", "aid", "arm", "equip", "target"})
"""Words that say little of one who does it to nobody."""
_NEEDS_PLACE = frozenset({"fight", "battle"})
_NEEDS_ACTOR_WORDS = frozenset({"arrive", "travel"})
_BETWEEN = frozenset({EventType.CONSULT, EventType.AGREE, EventType.ACCUSE})
_VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})
_NEEDS_ACTOR = frozenset({EventType.AID, EventType.SUPPORT, EventType.COOPERATE})
_NEEDS_SPEAKER = frozenset({EventType.SUPPORT, EventType.REQUEST, EventType.CONSULT})
_OF_FORCE = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.PROTEST,
        EventType.MOBILIZE,
        EventType.RETREAT,
        EventType.SANCTION,
    }
)
"""Deeds, told of wherever they stand; words between actors are news where a sentence is about them."""
_ABOUT_SOMEBODY = frozenset({"acl", "acl:relcl", "advcl:relcl"})
_BY_ARMS = frozenset({"aerial", "heavy-weapons", "explosives", "drone", "suicide-attack", "unconventional"})
_ARMED = frozenset({Standing.FIGHTERS, Standing.FORCES, Standing.GROUP})
_MANY = frozenset("dozen score hundred thousand million".split())
"""Numbers that mean people where nothing says of what: thousands marched."""
_PEOPLE = frozenset({"he", "she", "they", "we", "i", "who", "some", "many"})
_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "ROOT", "appos", "parataxis", "xcomp"})


def without_crime(events: Sequence[Event]) -> list[Event]:
    """Return the events of a story; of one of crime among private people those without force.

    Where the first violence told is a private person's against another, its other violence and arrests are of that kind
    too, unless an actor has a part in them.
    """
    violence = [event for event in events if event.type in _VIOLENT and not _has_actor(event)]
    if not violence or not _is_private(violence[0]):
        return list(events)
    return [event for event in events if event not in violence]


def _has_actor(event: Event) -> bool:
    """Whether a state or an organisation has a part in it."""
    parties = (party for telling in event.tellings for party in (*telling.perpetrators, *telling.targets))
    return any(party.known.type is EntityType.STATE or is_group(party.known) for party in parties)


def is_news(event: Event) -> bool:
    """Tell whether an event is an incident: somebody does or suffers it, or it is plainly told as what happened."""
    acts = any(telling.perpetrators for telling in event.tellings)
    suffers = any(telling.targets for telling in event.tellings)
    if _is_mere_aside(event) or _lacks_somebody(event, acts=acts, suffers=suffers):
        return False
    return acts or _is_told_of_somebody(event, suffers=suffers)


def _lacks_somebody(event: Event, *, acts: bool, suffers: bool) -> bool:
    """Whether there is nobody whom its type, or the word that tells of it, asks for."""
    trigger = event.tellings[0].happening.trigger
    word = trigger.lemma
    if word in _NEEDS_ADDRESSEE and not trigger.needs:
        return not acts or not (suffers or _announces_own_deed(event.tellings[0].happening.head))
    if word in _NEEDS_ACTOR_WORDS or event.type in _NEEDS_SPEAKER:
        return not acts
    if event.type is EventType.AID and not suffers:
        return all(_is_unnamed(telling) for telling in event.tellings)
    if word == "war":
        return not _is_between_sides(event)
    return word in _NEEDS_PLACE and not suffers and not any(telling.places for telling in event.tellings)


def _is_mere_aside(event: Event) -> bool:
    return len(event.tellings) == 1 and _is_aside(event.tellings[0])


def _is_aside(telling: Telling) -> bool:
    """Whether it only says who somebody is or what goes on: `a trader buying oil`, `a bid to host talks`."""
    head, type_ = telling.happening.head, telling.happening.type
    if type_ not in _OF_FORCE:
        return telling.status is Status.DENIED or (
            not telling.happening.is_noun and syntax.first_conjunct(head).dep_ in _ABOUT_SOMEBODY
        )
    told = telling.targets or telling.days or telling.tolls.killed or telling.tolls.wounded
    beside = telling.happening.is_noun and head.dep_ in {"nmod", "obl", "obj", "conj"}
    return type_ is EventType.PROTEST and beside and not told and not telling.places


def _is_unnamed(telling: Telling) -> bool:
    return all(party.is_unnamed for party in telling.perpetrators)


def _is_between_sides(event: Event) -> bool:
    """A war counts where both sides are named; `the war` alone is a time."""
    sides = {party.known.id for telling in event.tellings for party in (*telling.perpetrators, *telling.targets)}
    return len(sides) > 1


def _is_told_of_somebody(event: Event, *, suffers: bool) -> bool:
    """Whether somebody stands in an event of whom no actor is known: crowds, a minister, those killed."""
    if event.type in _NEEDS_ACTOR:
        return suffers and any(_concerns_people(telling, suffers=False) for telling in event.tellings)
    if event.type in _BETWEEN and suffers:
        return True
    if event.type is EventType.PROTEST:
        return any(_is_told(telling) or telling.places for telling in event.tellings)
    if event.type in _VIOLENT:
        return suffers or (not _is_private(event) and any(_happened_to_somebody(one) for one in event.tellings))
    return any(_concerns_people(telling, suffers=suffers) for telling in event.tellings)


def _is_told(telling: Telling) -> bool:
    """Whether it is said of itself, not in passing: `protests broke out`, not `a week of unrest`."""
    head = syntax.first_conjunct(telling.happening.head)
    if not telling.happening.is_noun:
        return not telling.doers or any(_is_human(token) for token in telling.doers)
    return head.dep_ in _CORE or bool(telling.places or telling.days)


def _happened_to_somebody(telling: Telling) -> bool:
    if telling.places or telling.tolls.killed or telling.tolls.wounded:
        return True
    if telling.happening.is_noun:
        return _is_told(telling)
    closed = bool(telling.happening.trigger.needs) and syntax.is_passive(telling.happening.head)
    return closed or any(_is_human(token) for token in [*telling.patients, *telling.doers])


def _announces_own_deed(verb: Token) -> bool:
    """`warned that it will respond`: what the speaker itself will do."""
    return any(
        any(part.lower_ in {"will", "would"} for part in clause.children)
        and any(part.dep_ == "nsubj" and part.pos_ == "PRON" for part in clause.children)
        for clause in syntax.children(verb, "ccomp")
    )


def _concerns_people(telling: Telling, *, suffers: bool) -> bool:
    if telling.happening.is_noun:
        return False
    passive = syntax.is_passive(telling.happening.head)
    acted_on = telling.patients if passive else ()
    return (passive and suffers) or any(_is_in_office(token) for token in [*telling.doers, *acted_on])


def _is_private(event: Event) -> bool:
    """Whether it is a crime among private people: a teacher, a husband, a girl, and no weapon of war."""
    tellings = event.tellings
    if any(telling.happening.trigger.mode in _BY_ARMS for telling in tellings):
        return False
    if any(standing(token) in _ARMED for telling in tellings for token in telling.doers):
        return False
    people = [token for telling in tellings for token in [*telling.doers, *telling.patients] if _is_human(token)]
    return any(token.lemma_.lower() in PRIVATE for token in people)


def _is_in_office(token: Token) -> bool:
    """Whether a phrase's head names somebody who acts for others, or has a name, or was named before."""
    stands = standing(token)
    quantity = token.pos_ in {"NOUN", "NUM"} and any(_is_in_office(part) for part in syntax.obliques(token, "of"))
    known = stands is not None and stands not in {Standing.PEOPLE, Standing.ASSET}
    return bool(token.ent_type_) or token.lower_ in _PEOPLE or known or quantity


def _is_human(token: Token) -> bool:
    """Whether a phrase's head names people, by its noun, its pronoun or the model's name for it."""
    if token.ent_type_ or token.lower_ in _PEOPLE or standing(token) is not None or token.lemma_.lower() in PRIVATE:
        return True
    of = syntax.obliques(token, "of")
    if not of and token.lemma_.lower() in _MANY:
        return True
    return any(_is_human(part) for part in of) and token.pos_ in {"NOUN", "NUM"}
