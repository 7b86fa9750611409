"""A made-up world at war, as extraction records: as many documents as are asked for, the same for the same seed.

Degrees are like those of news: the three most active states have a part in about a tenth of all incidents each, most
groups in a handful. Every third incident is told by a second document some days later, every third answers another one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from casus.ontology import EntityType, EventType, Predicate
from casus.records import Claim, Dates, Document, Entity, Incident, Record, Toll

STATES = 195
MOST_ACTIVE = 0.45  # beside the weights of all others, 3.2 together: a tenth each
TOWNS = 20  # of each state
DAYS = 365 * 20
FIRST = date(2000, 1, 1)
MODES = ("firearms", "explosives", "aerial", "heavy-weapons", "abduct")
TEXT = "The attack was reported by officials. It was said to answer an earlier one. The group is armed from abroad."
SENTENCES = ((0, 37), (38, 72), (73, 107))


@dataclass(frozen=True)
class Event:
    """What really happened, to be told by documents."""

    day: date
    mode: str
    perpetrator: str
    target: str
    town: str
    killed: int


class World:
    """States, the groups they back, and an endless war between them."""

    def __init__(self, documents: int, seed: int = 7, mark: str = "") -> None:
        """Make a world large enough for so many documents; ids of another mark are those of another world."""
        self._random = Random(seed)
        self.mark = mark
        self.groups = max(50, documents // 40)
        self._weights = list(accumulate(MOST_ACTIVE if rank < 3 else 1 / (rank + 6) for rank in range(STATES)))
        self._home = [self._state() for _ in range(self.groups)]
        self._backer = [self._state() for _ in range(self.groups)]
        self._late: list[Event] = []

    def records(self, number: int, prefix: str = "d") -> Iterator[Record]:
        """Yield records of documents with ids that begin with the prefix."""
        for place in range(number):
            events = [self._event(place / number) for _ in range(self._random.choice((1, 1, 2)))]
            yield self._told(f"{prefix}/{place}", events)

    def states(self, number: int) -> list[str]:
        """Return states as news would name them: the active ones often."""
        return [self._named(self._state()) for _ in range(number)]

    def group(self) -> str:
        """Return some group's id."""
        return f"org/{self.mark}group-{self._random.randrange(self.groups)}"

    def _state(self) -> int:
        return self._random.choices(range(STATES), cum_weights=self._weights)[0]

    def _named(self, state: int) -> str:
        return f"state/{self.mark}S{state:02d}"

    def _behind(self, group: str) -> str:
        return self._named(self._backer[int(group.rpartition("-")[2])])

    def _event(self, share: float) -> Event:
        """Return an event of these days, or one that was told before."""
        if self._late and self._random.random() < 1 / 3:
            return self._late.pop(self._random.randrange(len(self._late)))
        group = self._random.randrange(self.groups)
        there = self._home[group]
        actors = [f"org/{self.mark}group-{group}", self._named(self._state())]
        self._random.shuffle(actors)
        event = Event(
            day=FIRST + timedelta(int(share * DAYS)),
            mode=self._random.choice(MODES),
            perpetrator=actors[0],
            target=actors[1],
            town=f"place/{self.mark}town{there}n{self._random.randrange(TOWNS)}",
            killed=self._random.randrange(30),
        )
        self._late = [*self._late[-200:], event]
        return event

    def _told(self, id: str, events: list[Event]) -> Record:
        published = max(event.day for event in events) + timedelta(self._random.randrange(4))
        groups = {name for event in events for name in (event.perpetrator, event.target) if name.startswith("org/")}
        claims = [claim for number, event in enumerate(events) for claim in _about(id, number, event)]
        claims += [_claim(id, group, Predicate.BACKED_BY, self._behind(group), 2) for group in sorted(groups)]
        if len(events) == 2:
            claims.append(_claim(id, f"{id}/i1", Predicate.RETALIATES_FOR, f"{id}/i0", 1))
        named = {claim.object for claim in claims} | groups
        return Record(
            document=Document(id=id, text=TEXT, published=published, source=f"Agency {self._random.randrange(40)}"),
            entities=[_entity(name) for name in sorted(named) if "/i" not in name],
            incidents=[_incident(id, number, event) for number, event in enumerate(events)],
            claims=claims,
        )


def _incident(id: str, number: int, event: Event) -> Incident:
    return Incident(
        id=f"{id}/i{number}",
        type=EventType.ASSAULT,
        mode=event.mode,
        status="occurred",
        date=Dates(earliest=event.day, latest=event.day),
        killed=Toll(min=event.killed, max=event.killed),
        mentions=[(4, 10)],
    )


def _about(id: str, number: int, event: Event) -> Iterator[Claim]:
    yield _claim(id, f"{id}/i{number}", Predicate.PERPETRATOR, event.perpetrator, 0)
    yield _claim(id, f"{id}/i{number}", Predicate.TARGET, event.target, 0)
    yield _claim(id, f"{id}/i{number}", Predicate.LOCATED_IN, event.town, 0)


def _claim(id: str, subject: str, predicate: Predicate, object: str, sentence: int) -> Claim:
    return Claim(
        id=f"{id}/{subject.rpartition('/')[2]}-{predicate}-{object.rpartition('/')[2]}",
        subject=subject,
        predicate=predicate,
        object=object,
        polarity="asserted",
        confidence=0.9,
        attributed_to=None,
        evidence=[SENTENCES[sentence]],
    )


def _entity(id: str) -> Entity:
    kind, _, name = id.partition("/")
    types = {"state": EntityType.STATE, "org": EntityType.ARMED_GROUP, "place": EntityType.PLACE}
    return Entity(id=id, type=types[kind], name=f"{kind.title()} {name}", iso3=None, mentions=[(0, 3)])
