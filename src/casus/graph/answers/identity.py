"""What is taken to be the same, and what people judge of it."""

from typing import Annotated, Literal

from pydantic import Field

from casus.graph.answers.base import Answer, Confidence
from casus.graph.answers.entities import Entity
from casus.graph.answers.incidents import IncidentReport
from casus.graph.clusters import Verdict


class Telling(IncidentReport):
    """A report as one looks at it to judge: with whom and where it names, and its sentences."""

    perpetrators: Annotated[list[str], Field(description="The ids of those it holds responsible.")]
    targets: Annotated[list[str], Field(description="The ids of those it was done or addressed to.")]
    places: Annotated[list[str], Field(description="The ids of the places and states it was in.")]
    sentences: Annotated[list[str], Field(description="The sentences that its claims quote, in the text's order.")]


class Pair(Answer):
    """Two reports of which nobody has judged whether they tell of the same event."""

    score: Annotated[
        float, Field(ge=0, le=1, description="How likely they do; from 0.5 on they are taken to be of one incident.")
    ]
    one: Annotated[Telling, Field(description="The one report.")]
    other: Annotated[Telling, Field(description="The other.")]


class LookAlikes(Answer):
    """An organisation, and others with names that may be its own; see NamePair."""

    one: Annotated[Entity, Field(description="The organisation.")]
    others: Annotated[list[Entity], Field(description="Those that share a word or their initials with it.")]


class NamePair(Answer):
    """Two organisations that may be one, of which nobody has judged whether they are."""

    score: Annotated[
        float, Field(ge=0, le=1, description="How likely they are, by their names and countries; at least 0.8.")
    ]
    reasons: Annotated[list[str], Field(description="What the score stands on, each in a few words.")]
    one: Annotated[Entity, Field(description="The one that a text named and nobody knows: the new name.")]
    other: Annotated[Entity, Field(description="The one that it may be: known, or another new name.")]


class Judgement(Answer):
    """What a person made of two reports or of two names. Of several of the same two the latest counts."""

    id: Annotated[str, Field(description="By which it can be taken back.")]
    kind: Annotated[Literal["reports", "entities"], Field(description="What the two are.")]
    one: Annotated[str, Field(description="The id of the one.")]
    other: Annotated[str, Field(description="The id of the other.")]
    verdict: Annotated[
        Verdict, Field(description="same joins the two, different keeps them apart, unsure leaves it to the score.")
    ]
    kept: Annotated[str | None, Field(description="Of two names: the entity that both are of.")] = None
    score: Annotated[Confidence | None, Field(description="How likely Casus took it that they are the same.")] = None
    by: Annotated[str, Field(description="Who judged.")]
    at: Annotated[str, Field(description="When, in UTC.")]


class Merged(Answer):
    """An id that is not there any more, and the one that answers for it."""

    id: Annotated[str, Field(description="As asked for.")]
    kept: Annotated[str, Field(description="The id of the entity or incident that it is now taken to be.")]
