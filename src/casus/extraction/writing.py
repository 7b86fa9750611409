"""From statements and incidents to the record of a document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from casus.extraction import bystanders
from casus.extraction.naming import Mention
from casus.extraction.reality import DURATIVES
from casus.extraction.statements import Statement
from casus.extraction.story import Story
from casus.extraction.tellings import Event, Telling
from casus.knowledge import Known
from casus.ontology import EntityType, EventType, Status
from casus.records import Claim, Dates, Entity, Incident, Record, Span, Toll


def record(story: Story, events: Sequence[Event], statements: Iterable[Statement]) -> Record:
    """Return the record: incidents, the claims about them and between actors, and the entities of both.

    An entity stands in it that a claim names, or that a text with an incident names as more than its source.
    """
    ids = {id(event): f"{story.document.id}/i{number}" for number, event in enumerate(events, 1)}
    claims = _claims(story, _merged(_of_scenes(statements)), ids)
    used = {end for claim in claims for end in (claim.subject, claim.object, claim.attributed_to)}
    telling = {one.happening.head.sent.start for event in events for one in event.tellings}
    used |= bystanders.in_view(story, telling) if telling else set()
    return Record(
        document=story.document,
        entities=[entity for entity in _entities(story, statements) if entity.id in used],
        incidents=[_incident(event, ids[id(event)], story) for event in events],
        claims=claims,
    )


def _of_scenes(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements but for where places lie in a text without incidents, and described sites without any."""
    statements = list(statements)
    scenes = {one.object.id for one in statements if isinstance(one.subject, Event) and isinstance(one.object, Known)}
    for one in statements:
        idle = isinstance(one.subject, Known) and (
            (one.subject.kind == "site" and one.subject.id not in scenes)
            or (one.subject.type is EntityType.PLACE and not scenes)
        )
        if not idle:
            yield one


def _merged(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Statements that say the same stand together as one claim with several sentences."""
    together: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in statements:
        together[_key(one.subject), one.predicate, _key(one.object), one.polarity].append(one)
    return list(together.values())


def _key(end: Known | Event) -> object:
    return end.id if isinstance(end, Known) else id(end)


def _claims(story: Story, merged: Sequence[Sequence[Statement]], ids: dict[int, str]) -> list[Claim]:
    return [
        Claim(
            id=f"{story.document.id}/c{number}",
            subject=_id(same[0].subject, ids),
            predicate=same[0].predicate,
            object=_id(same[0].object, ids),
            polarity=same[0].polarity,
            confidence=max(one.confidence for one in same),
            attributed_to=next((one.attributed_to.id for one in same if one.attributed_to), None),
            evidence=sorted({_sentence(one) for one in same}),
            rule=max(same, key=lambda one: one.confidence).rule,
            support=sorted({kind for one in same for kind in one.support}),
        )
        for number, same in enumerate(merged, 1)
    ]


def _id(end: Known | Event, ids: dict[int, str]) -> str:
    return end.id if isinstance(end, Known) else ids[id(end)]


def _sentence(statement: Statement) -> Span:
    """The sentence's characters, white space at its ends left out."""
    span = statement.sentence
    text = span.text
    start = span.start_char + len(text) - len(text.lstrip())
    return start, start + len(text.strip())


# Incidents


def _incident(event: Event, id_: str, story: Story) -> Incident:
    return Incident(
        id=id_,
        type=event.type,
        mode=_mode(event),
        status=_status(event),
        date=_dates(event, story),
        killed=_widest([one.tolls.killed for one in event.tellings]),
        wounded=_widest([one.tolls.wounded for one in event.tellings]),
        mentions=sorted({telling.happening.span for telling in event.tellings}),
    )


def _mode(event: Event) -> str | None:
    return next(
        (
            one.happening.trigger.mode
            for one in event.tellings
            if one.happening.trigger.mode and one.happening.type is event.type
        ),
        None,
    )


def _status(event: Event) -> Status:
    """What happened once has happened, however else it is spoken of; else the first word on it."""
    found = [telling.status for telling in event.tellings]
    if event.type is EventType.THREATEN:
        return Status.THREATENED
    if any(one.status is Status.ONGOING and one.happening.head.lemma_.lower() in DURATIVES for one in event.tellings):
        return Status.ONGOING
    return (
        next((one for one in (Status.OCCURRED, Status.ONGOING) if one in found), found[0])
        if found[0] is not Status.ONGOING
        else Status.ONGOING
    )


def _dates(event: Event, story: Story) -> Dates | None:
    stated = next((telling.days for telling in event.tellings if telling.days is not None), None)
    published = story.document.published
    if stated is None and published is not None and _status(event) is Status.ONGOING and _is_now(event.tellings[0]):
        return Dates(earliest=published, latest=published)
    return stated


def _is_now(telling: Telling) -> bool:
    return telling.status is Status.ONGOING and not telling.happening.is_noun


def _widest(found: Sequence[Toll | None]) -> Toll | None:
    """Of several counts the lowest to the highest; one that only says `some` gives way to a number."""
    counts = [one for one in found if one is not None]
    telling = [one for one in counts if not (one.min == 1 and one.max is None)] or counts
    telling = [one for one in telling if not (one.min == one.max == 1)] or telling
    if not telling:
        return None
    open_ended = any(one.max is None for one in telling)
    return Toll(min=min(one.min for one in telling), max=None if open_ended else max(one.max or 0 for one in telling))


# Entities


def _entities(story: Story, statements: Iterable[Statement]) -> list[Entity]:
    named: dict[str, list[Span]] = defaultdict(list)
    known: dict[str, Known] = {}
    for mention in [*story.mentions, *story.sites]:
        known.setdefault(mention.known.id, mention.known)
        named[mention.known.id].append(_characters(mention, story))
    text = story.doc.text  # made anew at every asking
    surfaces = {id_: sorted({text[start:end] for start, end in spans}) for id_, spans in named.items()}
    for index, one in story.references.items():
        known.setdefault(one.id, one)
        token = story.doc[index]
        named[one.id].append((token.idx, token.idx + len(token)))
    return [_entity(known[id_], sorted(set(spans)), surfaces.get(id_, [])) for id_, spans in named.items()]


def _characters(mention: Mention, story: Story) -> Span:
    last = story.doc[mention.end - 1]
    return story.doc[mention.start].idx, last.idx + len(last)


def _entity(known: Known, spans: list[Span], surfaces: list[str]) -> Entity:
    aliases = [name for name in dict.fromkeys([*known.aliases, *surfaces]) if name != known.name]
    return Entity(id=known.id, type=known.type, name=known.name, iso3=known.iso3, mentions=spans, aliases=aliases)
