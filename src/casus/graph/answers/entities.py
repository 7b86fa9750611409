"""Entities and the plain relationships between them."""

from typing import Annotated

from pydantic import Field

from casus.graph.answers.base import Answer, Confidence, Day, Ref
from casus.ontology import EntityType, Predicate


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
