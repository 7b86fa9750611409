"""Incidents, and the reports of them."""

from typing import Annotated

from pydantic import Field

from casus.graph.answers.base import Answer, Day, Ref
from casus.ontology import EventType, Status


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
