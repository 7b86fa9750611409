"""Ways along relationships, each step with the sentences that say so."""

from typing import Annotated

from pydantic import Field

from casus.graph.answers.base import Answer, Confidence, Quote, Ref
from casus.graph.answers.incidents import Incident
from casus.ontology import Predicate


class Hop(Answer):
    """One step along a relationship, with the sentences that say so."""

    source: Annotated[Ref, Field(description="Where the relationship begins: its subject.")]
    relation: Predicate
    target: Annotated[Ref, Field(description="Where it ends: its object.")]
    confidence: Confidence
    documents: Annotated[int, Field(description="How many documents assert it.")]
    evidence: Annotated[list[Quote], Field(description="The sentences of the strongest claims, at most five claims.")]


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


class ShortestPath(Answer):
    """The shortest way from one entity or incident to another."""

    source: Ref
    target: Ref
    score: Annotated[
        float | None, Field(ge=0, le=1, description="The product of the hops' confidences; null where there is no way.")
    ] = None
    hops: Annotated[
        list[Hop], Field(description="From the one to the other, in order; each as its claim runs. None: no way.")
    ]
