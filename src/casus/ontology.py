"""The ontology's words in Python. They are defined in ontology/*.ttl; a test holds this module against those files."""

from enum import StrEnum


class EntityType(StrEnum):
    """What an entity is; the class of the same name in ontology/casus.ttl."""

    STATE = "State"
    ORGANISATION = "Organisation"
    ARMED_GROUP = "ArmedGroup"
    PERSON = "Person"
    PLACE = "Place"

    @property
    def labels(self) -> list[str]:
        """The labels in the graph, beside Entity: its class and those above it."""
        return [*_ABOVE[self], self.value]


_ABOVE: dict[EntityType, list[str]] = {
    EntityType.STATE: ["Actor", "Place"],
    EntityType.ORGANISATION: ["Actor"],
    EntityType.ARMED_GROUP: ["Actor", "Organisation"],
    EntityType.PERSON: ["Actor"],
    EntityType.PLACE: [],
}


class EventType(StrEnum):
    """The PLOVER types of ontology/plover.ttl."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    REJECT = "REJECT"
    ACCUSE = "ACCUSE"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"

    @property
    def score(self) -> float:
        """From -10, the most hostile, to 10, the most cooperative."""
        return _SCORES[self]


_SCORES: dict[EventType, float] = {
    EventType.AGREE: 2.5,
    EventType.CONSULT: 2.5,
    EventType.SUPPORT: 5,
    EventType.CONCEDE: 4.5,
    EventType.COOPERATE: 9.5,
    EventType.AID: 10,
    EventType.RETREAT: 6.5,
    EventType.REQUEST: 0,
    EventType.REJECT: -2,
    EventType.ACCUSE: -3,
    EventType.THREATEN: -3.5,
    EventType.PROTEST: -5,
    EventType.SANCTION: -6,
    EventType.MOBILIZE: -5.5,
    EventType.COERCE: -7,
    EventType.ASSAULT: -9,
}


MODES: dict[EventType, frozenset[str]] = {
    EventType.CONSULT: frozenset("visit third-party multilateral phone".split()),
    EventType.RETREAT: frozenset("withdraw release disarm ceasefire access resign".split()),
    EventType.REQUEST: frozenset("assist change yield meet".split()),
    EventType.REJECT: frozenset("assist change yield meet".split()),
    EventType.ACCUSE: frozenset("disapprove investigate allege".split()),
    EventType.THREATEN: frozenset("restrict arrest relations expel territory violence".split()),
    EventType.PROTEST: frozenset("demo riot strike hunger boycott obstruct vandalize".split()),
    EventType.SANCTION: frozenset("convict expel withdraw discontinue".split()),
    EventType.MOBILIZE: frozenset("troops weapons police militia".split()),
    EventType.COERCE: frozenset(
        "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber".split()
    ),
    EventType.ASSAULT: frozenset(
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
        " heavy-weapons crowd-control unconventional".split()
    ),
}
"""The modes of each type that has any."""


class Status(StrEnum):
    """Whether an incident is real."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Polarity(StrEnum):
    """Whether a text says that something holds, or that it does not."""

    ASSERTED = "asserted"
    DENIED = "denied"


class Predicate(StrEnum):
    """What a claim says of its subject and object."""

    BACKED_BY = "backed-by"
    RETALIATES_FOR = "retaliates-for"
    CAUSED_BY = "caused-by"
    LOCATED_IN = "located-in"
    PERPETRATOR = "perpetrator"
    TARGET = "target"
    PART_OF = "part-of"
    DISTINCT_FROM = "distinct-from"

    @property
    def relationship(self) -> str:
        """The relationship type in the graph, as `BACKED_BY`."""
        return self.name

    @property
    def between_incidents(self) -> bool:
        """Whether subject and object are both incidents."""
        return self in {Predicate.RETALIATES_FOR, Predicate.CAUSED_BY}

    @property
    def of_incidents(self) -> bool:
        """Whether only incidents can be the subject."""
        return self in {Predicate.PERPETRATOR, Predicate.TARGET} or self.between_incidents

    @property
    def symmetric(self) -> bool:
        """Whether it holds both ways."""
        return self is Predicate.DISTINCT_FROM
