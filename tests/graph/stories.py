"""Small stories as extraction records: own texts, with the offsets that belong to them."""

from dataclasses import dataclass, field
from datetime import date

from casus.ontology import EntityType, EventType, Polarity, Predicate, Status
from casus.records import Claim, Dates, Document, Entity, Incident, Record, Span, Toll

KNOWN = {
    "state/IRN": Entity(id="state/IRN", type=EntityType.STATE, name="Iran", iso3="IRN", mentions=[(0, 1)]),
    "state/IRQ": Entity(id="state/IRQ", type=EntityType.STATE, name="Iraq", iso3="IRQ", mentions=[(0, 1)]),
    "state/SYR": Entity(id="state/SYR", type=EntityType.STATE, name="Syria", iso3="SYR", mentions=[(0, 1)]),
    "state/USA": Entity(
        id="state/USA",
        type=EntityType.STATE,
        name="United States",
        iso3="USA",
        mentions=[(0, 1)],
        aliases=["USA", "America"],
    ),
    "org/kataib-hezbollah": Entity(
        id="org/kataib-hezbollah",
        type=EntityType.ARMED_GROUP,
        name="Kata'ib Hezbollah",
        iso3="IRQ",
        mentions=[(0, 1)],
        aliases=["Kataeb Hezbollah", "Hezbollah Brigades"],
    ),
    "org/hezbollah": Entity(
        id="org/hezbollah", type=EntityType.ARMED_GROUP, name="Hezbollah", iso3="LBN", mentions=[(0, 1)]
    ),
    "org/popular-mobilisation-forces": Entity(
        id="org/popular-mobilisation-forces",
        type=EntityType.ARMED_GROUP,
        name="Popular Mobilisation Forces",
        iso3="IRQ",
        mentions=[(0, 1)],
    ),
    "org/sdf": Entity(
        id="org/sdf", type=EntityType.ARMED_GROUP, name="Syrian Democratic Forces", iso3="SYR", mentions=[(0, 1)]
    ),
    "org/quds-force": Entity(
        id="org/quds-force", type=EntityType.ORGANISATION, name="Quds Force", iso3="IRN", mentions=[(0, 1)]
    ),
    "place/kirkuk": Entity(id="place/kirkuk", type=EntityType.PLACE, name="Kirkuk", iso3="IRQ", mentions=[(0, 1)]),
    "place/baghdad": Entity(id="place/baghdad", type=EntityType.PLACE, name="Baghdad", iso3="IRQ", mentions=[(0, 1)]),
}


@dataclass
class Telling:
    """A document under construction: what it says is added with the words of its text that say so."""

    id: str
    text: str
    published: str | None = "2020-01-02"
    source: str | None = "The Wire"
    entities: dict[str, Entity] = field(default_factory=dict)
    incidents: list[Incident] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def names(self, *ids: str) -> "Telling":
        """Let the text name entities; where it does is where their name stands, else its first letter."""
        for id in ids:
            known = KNOWN[id]
            self.entities[id] = known.model_copy(update={"mentions": [self.span(known.name)]})
        return self

    def tells(
        self,
        id: str,
        words: str,
        day: str | None = None,
        *,
        type: EventType = EventType.ASSAULT,
        mode: str | None = None,
        killed: int | None = None,
        status: Status = Status.OCCURRED,
    ) -> "Telling":
        """Let the text tell of an incident; `day` is a date, or two with a slash between them."""
        first, _, last = (day or "").partition("/")
        dates = Dates(earliest=date.fromisoformat(first), latest=date.fromisoformat(last or first)) if day else None
        toll = Toll(min=killed, max=killed) if killed is not None else None
        mentions = [self.span(words)]
        self.incidents.append(
            Incident(id=id, type=type, mode=mode, status=status, date=dates, killed=toll, mentions=mentions)
        )
        return self

    def says(
        self,
        subject: str,
        predicate: Predicate,
        object: str,
        *,
        sure: float = 0.8,
        denied: bool = False,
        by: str | None = None,
        words: str | None = None,
        valid: str = "/",
    ) -> "Telling":
        """Let the text say, or deny, that a predicate holds; the evidence is the sentence with `words`.

        `valid` is from which day to which the text says so, with a slash between them; either can be left out.
        """
        since, _, until = valid.partition("/")
        self.names(*(id for id in (subject, object, by) if id in KNOWN and id not in self.entities))
        self.claims.append(
            Claim(
                id=f"c{len(self.claims) + 1}",
                subject=subject,
                predicate=predicate,
                object=object,
                polarity=Polarity.DENIED if denied else Polarity.ASSERTED,
                confidence=sure,
                attributed_to=by,
                evidence=[self.sentence(words)],
                rule="told",
                valid_from=date.fromisoformat(since) if since else None,
                valid_to=date.fromisoformat(until) if until else None,
            )
        )
        return self

    @property
    def record(self) -> Record:
        """The record as it stands."""
        published = date.fromisoformat(self.published) if self.published else None
        document = Document(id=self.id, text=self.text, title=f"On {self.id}", published=published, source=self.source)
        return Record(
            document=document, entities=list(self.entities.values()), incidents=self.incidents, claims=self.claims
        )

    def span(self, words: str) -> Span:
        """Return where words stand in the text, else its first letter."""
        start = self.text.find(words)
        return (start, start + len(words)) if start >= 0 else (0, 1)

    def sentence(self, words: str | None) -> Span:
        """Return where the sentence with these words stands, else the first."""
        at = max(self.text.find(words), 0) if words else 0
        start = self.text.rfind(". ", 0, at)
        start = 0 if start < 0 else start + 2
        return start, self.text.find(".", at) + 1


def strikes() -> Record:
    """One agency's report of the air strikes of December 2019, and of the rockets before them."""
    told = Telling(
        "wire/strikes",
        "American jets bombed five bases of Kata'ib Hezbollah in Iraq and Syria on Sunday, killing 25 fighters. "
        "Washington said the raids answered a rocket barrage near Kirkuk two days before. "
        "It blames the barrage, which killed an American contractor, on Kata'ib Hezbollah. "
        "Iran arms and trains the group. "
        "The group is part of the Popular Mobilisation Forces and is not the Hezbollah of Lebanon.",
        published="2019-12-30",
    )
    told.tells("i1", "bombed", "2019-12-29", mode="aerial", killed=25)
    told.tells("i2", "rocket barrage", "2019-12-27", mode="heavy-weapons", killed=1)
    told.says("i1", Predicate.PERPETRATOR, "state/USA", sure=0.9).says("i1", Predicate.TARGET, "org/kataib-hezbollah")
    told.says("i1", Predicate.LOCATED_IN, "state/IRQ").says("i1", Predicate.LOCATED_IN, "state/SYR")
    told.says("i2", Predicate.PERPETRATOR, "org/kataib-hezbollah", by="state/USA", words="blames")
    told.says("i2", Predicate.TARGET, "state/USA", words="contractor")
    told.says("i2", Predicate.LOCATED_IN, "place/kirkuk", words="Kirkuk")
    told.says("i1", Predicate.RETALIATES_FOR, "i2", sure=0.9, words="answered")
    told.says("org/kataib-hezbollah", Predicate.BACKED_BY, "state/IRN", words="arms")
    told.says("org/kataib-hezbollah", Predicate.PART_OF, "org/popular-mobilisation-forces", words="part of")
    told.says("org/kataib-hezbollah", Predicate.DISTINCT_FROM, "org/hezbollah", words="part of")
    return told.says("place/kirkuk", Predicate.LOCATED_IN, "state/IRQ", words="Kirkuk").record


def strikes_again() -> Record:
    """Another paper's report of the same strikes and rockets, and of a vow to answer them."""
    told = Telling(
        "courier/vow",
        "Kata'ib Hezbollah, which Iran supports, vowed revenge on Monday for the air raids that killed 25 of its men. "
        "United States aircraft had carried out the raids in Iraq a day earlier. "
        "They followed last week's rocket fire on a base at Kirkuk, in which a contractor died.",
        published="2019-12-31",
        source="The Courier",
    )
    told.tells("e1", "air raids", "2019-12-29", mode="aerial", killed=25)
    told.tells("e2", "rocket fire", "2019-12-22/2019-12-28", mode="heavy-weapons", killed=1)
    told.tells("e3", "vowed", "2019-12-30", type=EventType.THREATEN, mode="violence")
    told.says("e1", Predicate.PERPETRATOR, "state/USA", words="aircraft").says("e1", Predicate.LOCATED_IN, "state/IRQ")
    told.says("e1", Predicate.TARGET, "org/kataib-hezbollah")
    told.says("e2", Predicate.LOCATED_IN, "place/kirkuk", words="Kirkuk").says("e2", Predicate.TARGET, "state/USA")
    told.says("e3", Predicate.PERPETRATOR, "org/kataib-hezbollah").says("e3", Predicate.RETALIATES_FOR, "e1")
    return told.says("org/kataib-hezbollah", Predicate.BACKED_BY, "state/IRN", sure=0.6).record


def ambush() -> Record:
    """A group that Iran backs at one remove fights one that the United States back."""
    told = Telling(
        "gazette/ambush",
        "Fighters of Kata'ib Hezbollah ambushed the Syrian Democratic Forces on the border on 3 January. "
        "The United States equip the Syrian Democratic Forces. "
        "The Quds Force of Iran commands the attackers.",
        published="2020-01-04",
        source="The Gazette",
    )
    told.tells("i1", "ambushed", "2020-01-03", mode="firearms")
    told.says("i1", Predicate.PERPETRATOR, "org/kataib-hezbollah").says("i1", Predicate.TARGET, "org/sdf")
    told.says("i1", Predicate.LOCATED_IN, "state/SYR").says("org/sdf", Predicate.BACKED_BY, "state/USA", words="equip")
    told.says("org/kataib-hezbollah", Predicate.BACKED_BY, "org/quds-force", words="commands")
    return told.says("org/quds-force", Predicate.BACKED_BY, "state/IRN", words="commands", sure=0.9).record


def denial(sure: float = 0.95) -> Record:
    """A text that denies what others say of Iran and the group."""
    told = Telling("herald/denial", "Iran gives no help to Kata'ib Hezbollah, its envoy said.", source="The Herald")
    return told.says(
        "org/kataib-hezbollah", Predicate.BACKED_BY, "state/IRN", denied=True, by="state/IRN", sure=sure
    ).record
