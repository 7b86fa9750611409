"""From a parsed document to its record: each question asked in turn."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from casus.extraction import (
    aftermath,
    backing,
    belonging,
    blame,
    causes,
    happenings,
    means,
    news,
    reality,
    retaliation,
    roles,
    sameness,
    sites,
    speech,
    syntax,
    tolls,
    when,
    where,
)
from casus.extraction.confidence import of_incident
from casus.extraction.happenings import Happening
from casus.extraction.moments import SUPPOSED
from casus.extraction.parties import Parties
from casus.extraction.roles import Roles
from casus.extraction.statements import Statement
from casus.extraction.story import Story, is_group
from casus.extraction.tellings import Event, Telling
from casus.extraction.writing import record
from casus.knowledge import Knowledge, Known
from casus.ontology import EntityType, EventType, Polarity, Predicate, Status
from casus.records import Dates, Document, Record


class Extractor:
    """Reads records from parsed documents."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Take what is known of actors and places."""
        self._knowledge = knowledge

    def record(self, document: Document, doc: Doc) -> Record:
        """Return what one document says; `doc` is its text, parsed."""
        story = Story(document, doc, self._knowledge)
        story.sites = sites.sites(story)
        parties = Parties(story)
        events = news.without_crime(_identified(sameness.events(tellings(story, parties)), parties))
        aftermath.addressed_through_deeds(events)
        links = [*retaliation.retaliations(story, events, parties), *causes.causes(story, events, parties)]
        blamed = list(blame.responsibilities(story, events, parties))
        spoken_of = {id(end) for one in [*links, *blamed] for end in (one.subject, one.object)}
        events = [event for event in events if news.is_news(event) or id(event) in spoken_of]
        told = (one for event in events for one in _about(event))
        ties = [*backing.backings(story, parties), *belonging.belongings(story, parties)]
        statements = [*told, *blamed, *ties, *links]
        return record(story, events, [*statements, *aftermath.targets_of_answers(statements)])


def tellings(story: Story, parties: Parties) -> list[Telling]:
    """Return all that a story tells of incidents, in the order of the text."""
    told = [speech.recast(means.with_means(one)) for one in happenings.happenings(story)]
    told = sorted([*told, *speech.spoken(story)], key=lambda one: one.words[0].i)
    published = story.document.published
    places, moments = where.places(story, told), when.days(story, told, published or SUPPOSED)
    days = moments if published else when.days(story, told, None)
    found = [_telling(one, parties, places, days, moments) for one in told]
    return [one for one in found if one is not None]


def _telling(
    one: Happening,
    parties: Parties,
    places: Mapping[Happening, Sequence[Known]],
    days: Mapping[Happening, Dates],
    moments: Mapping[Happening, Dates],
) -> Telling | None:
    status = reality.status(one)
    if status is None:
        return None
    who = roles.roles(one, parties)
    if _is_about_nobody(one, who):
        return None
    return Telling(
        one,
        status,
        who.perpetrators,
        who.targets,
        who.patients,
        tuple(places[one]),
        days.get(one),
        moments.get(one),
        tolls.tolls(one, status, who.patients),
        who.doers,
    )


def _identified(events: list[Event], parties: Parties) -> list[Event]:
    """Take an unnamed group for the named one that plays its part in another telling of the same incident."""
    for event in events:
        for role in ("perpetrators", "targets"):
            told = [getattr(telling, role) for telling in event.tellings]
            named = {party.known for one in told for party in one if is_group(party.known) and not party.is_unnamed}
            if len(named) == 1:
                for party in (unnamed for one in told for unnamed in one if unnamed.is_unnamed and len(one) == 1):
                    parties.identify(party.known, next(iter(named)))
    for event in events:
        for telling in event.tellings:
            telling.perpetrators = parties.renamed(telling.perpetrators)
            telling.targets = parties.renamed(telling.targets)
    return events


def _is_about_nobody(one: Happening, who: Roles) -> bool:
    """A deed of nobody to nobody: a film that bombed, or one that is only guessed."""
    if one.trigger.is_guessed:
        return not (who.perpetrators or who.targets)
    active = (
        not one.is_noun and one.trigger.agent == "subj" and not syntax.is_passive(one.head) and not one.trigger.needs
    )
    return active and one.type is EventType.ASSAULT and not (who.perpetrators or who.patients)


def _about(event: Event) -> Iterator[Statement]:
    """Who, to whom and where; of what is denied throughout, that they did not."""
    denied = all(telling.status is Status.DENIED for telling in event.tellings)
    polarity = Polarity.DENIED if denied else Polarity.ASSERTED
    for telling in event.tellings:
        sentence, trigger = telling.happening.head.sent, telling.happening.trigger
        rule, sure = trigger.name, trigger.chance
        for party in telling.perpetrators:
            confidence = of_incident("perpetrator", event, sure)
            yield Statement(event, Predicate.PERPETRATOR, party.known, sentence, rule, confidence, polarity)
        for party in telling.targets:
            confidence = of_incident("target", event, sure)
            yield Statement(event, Predicate.TARGET, party.known, sentence, rule, confidence, polarity)
        for place in telling.places:
            if place.type in {EntityType.PLACE, EntityType.STATE}:
                confidence = of_incident("place", event, sure)
                yield Statement(event, Predicate.LOCATED_IN, place, sentence, rule, confidence)
