"""Hand-made records of two stories: rockets by a group with a backer, and the strikes that answered them."""

from datetime import date

from casus.ontology import EntityType, EventType, Polarity, Predicate, Status
from casus.records import Claim, Dates, Document, Entity, Incident, Record, Span, Toll

ROCKETS = """Rockets fired by Kataib Hezbollah hit a base near Kirkuk in Iraq and killed an American. \
Iran arms Kataib Hezbollah."""

STRIKES = """American jets bombed depots of Kata'ib Hezbollah in Iraq to answer the rockets near Kirkuk. \
Tehran denied that it stands behind Kata'ib Hezbollah."""

ODD = "wire/rockets #1?"
"""A document's id with all that addresses give a meaning to."""


def sentences(text: str) -> list[Span]:
    middle = text.index(". ") + 1
    return [(0, middle), (middle + 1, len(text))]


def found(text: str, words: str) -> list[Span]:
    start = text.index(words)
    return [(start, start + len(words))]


class Telling:
    """A record in the making, about one text of two sentences."""

    def __init__(self, id: str, text: str, published: date) -> None:
        self.text = text
        self.document = Document(id=id, text=text, title=f"About {id}", published=published, source="Example Wire")
        self.entities: list[Entity] = []
        self.incidents: list[Incident] = []
        self.claims: list[Claim] = []

    def entity(self, id: str, type: EntityType, name: str, iso3: str, words: str) -> None:
        self.entities.append(Entity(id=id, type=type, name=name, iso3=iso3, mentions=found(self.text, words)))

    def incident(self, words: str, day: date, mode: str, killed: int | None) -> str:
        id = f"i{len(self.incidents) + 1}"
        self.incidents.append(
            Incident(
                id=id,
                type=EventType.ASSAULT,
                mode=mode,
                status=Status.OCCURRED,
                date=Dates(earliest=day, latest=day),
                killed=None if killed is None else Toll(min=killed, max=killed),
                mentions=found(self.text, words),
            )
        )
        return id

    def claim(
        self, subject: str, predicate: Predicate, object: str, sentence: int = 0, denied_by: str | None = None
    ) -> None:
        self.claims.append(
            Claim(
                id=f"c{len(self.claims) + 1}",
                subject=subject,
                predicate=predicate,
                object=object,
                polarity=Polarity.DENIED if denied_by else Polarity.ASSERTED,
                confidence=0.6 if denied_by else 0.9,
                attributed_to=denied_by,
                evidence=[sentences(self.text)[sentence]],
                support=["weapons"] if predicate is Predicate.BACKED_BY else [],
            )
        )

    def record(self) -> Record:
        return Record(document=self.document, entities=self.entities, incidents=self.incidents, claims=self.claims)


def rockets() -> Record:
    said = Telling(ODD, ROCKETS, date(2019, 12, 28))
    said.entity("org/kataib-hezbollah", EntityType.ARMED_GROUP, "Kata'ib Hezbollah", "IRQ", "Kataib Hezbollah")
    said.entity("state/IRN", EntityType.STATE, "Iran", "IRN", "Iran")
    said.entity("state/IRQ", EntityType.STATE, "Iraq", "IRQ", "Iraq")
    said.entity("state/USA", EntityType.STATE, "United States", "USA", "American")
    said.entity("place/kirkuk", EntityType.PLACE, "Kirkuk", "IRQ", "Kirkuk")
    attack = said.incident("Rockets", date(2019, 12, 27), "heavy-weapons", 1)
    said.claim(attack, Predicate.PERPETRATOR, "org/kataib-hezbollah")
    said.claim(attack, Predicate.TARGET, "state/USA")
    said.claim(attack, Predicate.LOCATED_IN, "place/kirkuk")
    said.claim("place/kirkuk", Predicate.LOCATED_IN, "state/IRQ")
    said.claim("org/kataib-hezbollah", Predicate.BACKED_BY, "state/IRN", sentence=1)
    return said.record()


def strikes() -> Record:
    said = Telling("strikes", STRIKES, date(2019, 12, 30))
    said.entity("state/USA", EntityType.STATE, "United States", "USA", "American")
    said.entity("org/kataib-hezbollah", EntityType.ARMED_GROUP, "Kata'ib Hezbollah", "IRQ", "Kata'ib Hezbollah")
    said.entity("state/IRN", EntityType.STATE, "Iran", "IRN", "Tehran")
    said.entity("state/IRQ", EntityType.STATE, "Iraq", "IRQ", "Iraq")
    said.entity("place/kirkuk", EntityType.PLACE, "Kirkuk", "IRQ", "Kirkuk")
    raid = said.incident("bombed", date(2019, 12, 29), "aerial", None)
    attack = said.incident("rockets", date(2019, 12, 27), "heavy-weapons", None)
    said.claim(raid, Predicate.PERPETRATOR, "state/USA")
    said.claim(raid, Predicate.TARGET, "org/kataib-hezbollah")
    said.claim(raid, Predicate.LOCATED_IN, "state/IRQ")
    said.claim(raid, Predicate.RETALIATES_FOR, attack)
    said.claim(attack, Predicate.LOCATED_IN, "place/kirkuk")
    said.claim("org/kataib-hezbollah", Predicate.BACKED_BY, "state/IRN", sentence=1, denied_by="state/IRN")
    return said.record()
