"""What the graph answers, as models with a description for every field; the API returns them as they are."""

from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from casus.ontology import EntityType, EventType, Polarity, Predicate, Status


def _native(value: Any) -> Any:
    """Turn the driver's dates into Python's."""
    return value.to_native() if hasattr(value, "to_native") else value


T = TypeVar("T")
Day = Annotated[date, BeforeValidator(_native)]
Confidence = Annotated[float, Field(ge=0, le=1, description="From 0 to 1.")]


class Answer(BaseModel):
    """The root of all answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(Answer, Generic[T]):
    """A part of a list, and how to ask for the part after it."""

    items: list[T]
    next: Annotated[str | None, Field(description="Ask again with `after` set to this; null at the end.")] = None


class Quote(Answer):
    """A sentence as it stands in a document."""

    sentence: Annotated[str, Field(description="Quoted to the letter.")]
    start: Annotated[int, Field(description="Offset of its first character in the document's text.")]
    end: Annotated[int, Field(description="Offset after its last character.")]
    document: Annotated[str, Field(description="The document's id.")]
    title: Annotated[str | None, Field(description="The document's title.")] = None
    source: Annotated[str | None, Field(description="Who published the document.")] = None
    published: Annotated[Day | None, Field(description="The day it was published.")] = None
    url: Annotated[str | None, Field(description="Where it can be read.")] = None


class Ref(Answer):
    """An entity or incident, named."""

    id: Annotated[str, Field(description="As `state/IRN` or `incident/0b1c…`.")]
    type: Annotated[EntityType | Literal["Incident"], Field(description="What it is.")]
    name: Annotated[str, Field(description="Its name; an incident's is the words a text first calls it by.")]


class Entity(Answer):
    """A state, group, organisation, person or place."""

    id: Annotated[str, Field(description="As `state/IRN`.")]
    type: Annotated[EntityType, Field(description="What it is.")]
    name: Annotated[str, Field(description="The name it goes by here.")]
    iso3: Annotated[
        str | None, Field(description="ISO 3166-1 alpha-3: its own, or of the country it belongs to or lies in.")
    ] = None
    aliases: Annotated[list[str], Field(description="Every other name and spelling seen or known.")] = []
    documents: Annotated[int, Field(description="How many documents mention it.")]


class Relation(Answer):
    """A plain relationship, computed from the claims accepted for it."""

    subject: Ref
    predicate: Predicate
    object: Ref
    confidence: Confidence
    documents: Annotated[int, Field(description="How many documents assert it.")]
    claims: Annotated[int, Field(description="How many accepted claims it stands on.")]
    denials: Annotated[
        int, Field(description="How many claims deny it; they weigh less than those that assert it.")
    ] = 0
    first_reported: Annotated[Day | None, Field(description="When the first of those documents was published.")] = None
    last_reported: Annotated[Day | None, Field(description="When the last of them was published.")] = None
    valid_from: Annotated[
        Day | None,
        Field(description="The first day it is known to hold: the incident's, else that of the first report."),
    ] = None
    valid_to: Annotated[Day | None, Field(description="The last day it is known to hold; null: no end is known.")] = (
        None
    )
    evidence: Annotated[list[str], Field(description="The ids of the strongest claims behind it, at most five.")] = []


class EntityProfile(Entity):
    """An entity and what it is connected to."""

    as_perpetrator: Annotated[int, Field(description="Incidents it is held responsible for.")]
    as_target: Annotated[int, Field(description="Incidents done or addressed to it.")]
    as_place: Annotated[int, Field(description="Incidents and places directly in it.")]
    relations: Annotated[
        list[Relation], Field(description="Relationships with other entities, the surest first, at most 100.")
    ]


class Dates(Answer):
    """From the earliest to the latest day on which it can have happened, both included."""

    earliest: Day
    latest: Day


class Toll(Answer):
    """How many people: the lowest and the highest figure of any report."""

    min: Annotated[int, Field(description="The lowest figure.")]
    max: Annotated[int | None, Field(description="The highest figure; null where every report leaves it open.")]


class Happening(Answer):
    """What incidents and the reports of them have in common."""

    id: Annotated[str, Field(description="As `incident/0b1c…`; a report's is the document's id and a number.")]
    type: Annotated[EventType, Field(description="PLOVER event type.")]
    mode: Annotated[str | None, Field(description="PLOVER mode.")] = None
    status: Annotated[Status, Field(description="Whether it is real.")]
    date: Annotated[Dates | None, Field(description="When it happened; null where no text says.")] = None
    killed: Annotated[Toll | None, Field(description="How many were killed; null where no text says.")] = None
    wounded: Annotated[Toll | None, Field(description="How many were wounded; null where no text says.")] = None


class Incident(Happening):
    """A real event: what all reports of it say together."""

    name: Annotated[str, Field(description="The words by which its first report calls it.")]
    perpetrators: Annotated[list[Ref], Field(description="Who is held responsible.")] = []
    targets: Annotated[list[Ref], Field(description="Whom it was done or addressed to.")] = []
    places: Annotated[list[Ref], Field(description="Where it was.")] = []
    reports: Annotated[int, Field(description="How many documents' reports tell of it.")]


class Claim(Answer):
    """One document's statement that a predicate holds, or does not."""

    id: Annotated[str, Field(description="The document's id and the claim's own.")]
    document: Annotated[str, Field(description="The document that says so.")]
    published: Annotated[Day | None, Field(description="The day it was published.")] = None
    subject: Annotated[Ref, Field(description="Of whom or what; a report's incident stands for the report.")]
    subject_report: Annotated[str | None, Field(description="The report, where the subject is an incident.")] = None
    predicate: Predicate
    object: Annotated[Ref, Field(description="To whom or what; a report's incident stands for the report.")]
    object_report: Annotated[str | None, Field(description="The report, where the object is an incident.")] = None
    polarity: Annotated[Polarity, Field(description="Whether the text says that it holds or that it does not.")]
    confidence: Annotated[float, Field(ge=0, le=1, description="How sure the extractor is that the text says so.")]
    attributed_to: Annotated[Ref | None, Field(description="On whose word it stands; null: the document's.")] = None
    rule: Annotated[str | None, Field(description="What read it from the text.")] = None
    support: Annotated[list[str], Field(description="For backed-by: the kinds of support.")] = []
    evidence: Annotated[list[Quote], Field(description="The sentences that say so.")]


class Report(Happening):
    """One document's telling of an incident."""

    document: Annotated[str, Field(description="The document's id.")]
    title: Annotated[str | None, Field(description="The document's title.")] = None
    source: Annotated[str | None, Field(description="Who published the document.")] = None
    published: Annotated[Day | None, Field(description="The day it was published.")] = None
    url: Annotated[str | None, Field(description="Where it can be read.")] = None
    words: Annotated[list[str], Field(description="The words by which the text mentions it, in the text's order.")]


class IncidentReport(Report):
    """A report with the incident it tells of."""

    incident: Annotated[str, Field(description="The incident's id.")]


class IncidentProfile(Incident):
    """An incident, every report of it, and every claim about it, the denied ones included."""

    told: Annotated[list[Report], Field(description="Every report, by date of publication.")]
    claims: Annotated[list[Claim], Field(description="Every claim about it, asserted and denied, at most 500.")]


class Hop(Answer):
    """One step along a relationship, with the sentences that say so."""

    source: Annotated[Ref, Field(description="Where the relationship begins: its subject.")]
    relation: Predicate
    target: Annotated[Ref, Field(description="Where it ends: its object.")]
    confidence: Confidence
    documents: Annotated[int, Field(description="How many documents assert it.")]
    evidence: Annotated[list[Quote], Field(description="The sentences of the strongest claims, at most five claims.")]


class Backing(Answer):
    """A backer or proxy of an actor, and through whom."""

    actor: Annotated[Ref, Field(description="The backer, or the proxy.")]
    depth: Annotated[int, Field(ge=1, description="1: directly; 2: through one other; and so on.")]
    confidence: Annotated[float, Field(ge=0, le=1, description="The product of the hops' confidences.")]
    hops: Annotated[list[Hop], Field(description="The surest of the shortest ways, from the actor asked about.")]


class Backings(Answer):
    """An actor's backers or proxies."""

    actor: Ref
    found: Annotated[list[Backing], Field(description="The nearest first, then the surest.")]


class Response(Answer):
    """An incident in a chain of retaliation, with the link that leads one step nearer to the one asked about."""

    incident: Incident
    depth: Annotated[int, Field(ge=1, description="How many links away.")]
    link: Annotated[Hop, Field(description="Its source retaliates for its target.")]


class Retaliation(Answer):
    """What an incident answers, and what answers it."""

    incident: Incident
    answers: Annotated[list[Response], Field(description="What it retaliates for, and what that did: back in time.")]
    answered_by: Annotated[list[Response], Field(description="What retaliates for it, and so on: forward in time.")]


class Path(Answer):
    """A way from one actor to another through groups that they back and an incident between them."""

    score: Annotated[
        float,
        Field(
            ge=0, le=1, description="The product of the hops' confidences, times 0.8 for each backing after the first."
        ),
    ]
    incident: Annotated[Incident, Field(description="The incident in which the two sides meet.")]
    hops: Annotated[list[Hop], Field(description="From the one actor to the other, in order; each as its claim runs.")]


class ProxyPaths(Answer):
    """The best paths between two actors."""

    source: Ref
    target: Ref
    paths: Annotated[list[Path], Field(description="The highest score first.")]


class Document(Answer):
    """A document that was loaded. Its text is not kept, only the sentences that claims quote."""

    id: str
    title: str | None = None
    source: Annotated[str | None, Field(description="Who published it.")] = None
    published: Annotated[Day | None, Field(description="The day it was published.")] = None
    url: Annotated[str | None, Field(description="Where it can be read.")] = None
    entities: Annotated[int, Field(description="How many entities it mentions.")]
    reports: Annotated[int, Field(description="How many incidents it tells of.")]
    claims: Annotated[int, Field(description="How many claims it makes.")]


class DocumentProfile(Document):
    """A document and what it says."""

    mentions: Annotated[list[Ref], Field(description="The entities it mentions.")]
    told: Annotated[list[IncidentReport], Field(description="The incidents it tells of.")]
    stated: Annotated[list[Claim], Field(description="The claims it makes.")]


class Counts(Answer):
    """How much there is."""

    documents: int
    claims: int
    reports: int
    incidents: int
    entities: Annotated[
        dict[EntityType, int], BeforeValidator(dict), Field(description="By type; those with none are left out.")
    ]
    relations: Annotated[
        dict[Predicate, int], BeforeValidator(dict), Field(description="By predicate; those with none are left out.")
    ]


class Loaded(Answer):
    """What a load did."""

    new: Annotated[int, Field(description="Documents that were not there before.")] = 0
    replaced: Annotated[int, Field(description="Documents that said something else before.")] = 0
    unchanged: Annotated[int, Field(description="Documents that said the same before; nothing was done.")] = 0
    entities: Annotated[int, Field(description="Different entities that the documents mention.")] = 0
    reports: Annotated[int, Field(description="Incidents that the documents tell of, counted once a document.")] = 0
    claims: Annotated[int, Field(description="Claims that the documents make.")] = 0

    @property
    def documents(self) -> int:
        """How many documents were given."""
        return self.new + self.replaced + self.unchanged
