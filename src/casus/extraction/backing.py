"""Who backs whom: arms, money, training, troops, sanctuary; by the words in lexicon/backing.tsv.

The readings of one sentence after the other make a thread: where a sentence leaves unsaid who gets the support, it is
the actor whose support the text has told of until then.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.extraction.alliances import ALLIANCES
from casus.extraction.attribution import Voice, voice
from casus.extraction.backing_nouns import NOUNS
from casus.extraction.backing_terms import Reading, is_fact
from casus.extraction.backing_verbs import VERBS
from casus.extraction.confidence import CONFIDENCE
from casus.extraction.parties import Parties
from casus.extraction.sanctuary import TERRITORY
from casus.extraction.sides import Sides
from casus.extraction.statements import Statement
from casus.extraction.story import Story
from casus.knowledge import Known
from casus.ontology import EntityType, Predicate

_FORMER = frozenset({"once", "formerly", "previously", "former", "ex"})
_NEAR = 90
"""For how many words a thread of support holds without a further word of it."""


def backings(story: Story, parties: Parties) -> Iterator[Statement]:
    """Yield who backs whom, with the sentence that says so; denials as denied claims."""
    for reading in _threaded(list(_readings(story, parties))):
        for backed in reading.backed:
            for backer in reading.backers:
                if backed.id != backer.id and EntityType.PLACE not in {backed.type, backer.type}:
                    yield _statement(reading, backed, backer, voice(reading.word, parties))


def _readings(story: Story, parties: Parties) -> Iterator[Reading]:
    sides = Sides(story, parties)
    for sentence in story.sentences:
        for token in sentence:
            for pattern in (*VERBS, *NOUNS, *TERRITORY, *ALLIANCES):
                for reading in pattern(token, sides):
                    if reading.backers and is_fact(reading.word):
                        sides.in_view = reading.backers
                        yield reading


def _threaded(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Give readings without a recipient the one of their thread, and leave out weak ones that no thread bears out."""
    told: Counter[Known] = Counter()
    last = -_NEAR
    for place, one in enumerate(readings):
        if one.word.i - last > _NEAR:
            told.clear()
        if one.backed and not one.weak:
            told.update(one.backed)
            last = one.word.i
            yield one
            continue
        supported = _supported(told, one) or _supported(_soon(readings[place:], one.word.i), one)
        if supported is None:
            continue
        last = one.word.i
        if not one.backed:
            bodies = tuple(known for known in one.backers if known.type is not EntityType.PERSON)
            yield replace(one, backed=(supported,), backers=bodies, unsaid=True)
        elif supported in one.backed:
            yield one


def _soon(readings: Sequence[Reading], start: int) -> Counter[Known]:
    """Who is told of as supported in the sentences that follow."""
    near = (one for one in readings if one.word.i - start < _NEAR and not one.weak)
    first = next((one for one in near if one.backed), None)
    return Counter(first.backed if first is not None else ())


def _supported(told: Counter[Known], reading: Reading) -> Known | None:
    return next((known for known, _ in told.most_common() if known not in reading.backers), None)


def _statement(reading: Reading, backed: Known, backer: Known, told: Voice) -> Statement:
    former = any(part.lower_ in _FORMER for part in reading.word.children)
    sure = CONFIDENCE[reading.rule] * (CONFIDENCE["unsaid"] if reading.unsaid else 1.0)
    confidence = sure * (0.7 if told.alleged else 1.0) * (0.45 if former else 1.0)
    return Statement(
        subject=backed,
        predicate=Predicate.BACKED_BY,
        object=backer,
        sentence=reading.word.sent,
        rule=f"backing:{reading.rule}",
        confidence=round(confidence, 2),
        polarity=told.polarity(reading.word),
        attributed_to=told.speaker,
        support=reading.kinds,
    )
