"""Who stands behind whom, who meets through whom, and what stands around an actor."""

from typing import Annotated

from pydantic import Field

from casus.graph.answers.base import Answer, Day, Ref
from casus.graph.answers.entities import Relation
from casus.graph.answers.paths import Hop

Severity = Annotated[
    float, Field(ge=-10, le=10, description="The mean PLOVER score of the incidents; -10: the most hostile.")
]
First = Annotated[Day | None, Field(description="The earliest day of any of them; null where no text says.")]
Last = Annotated[Day | None, Field(description="The latest day of any of them; null where no text says.")]


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


class BackedWay(Answer):
    """How an actor is backed by one who backs others too."""

    actor: Annotated[Ref, Field(description="Who is backed.")]
    depth: Annotated[int, Field(ge=1, description="1: directly; 2: through one other; and so on.")]
    confidence: Annotated[float, Field(ge=0, le=1, description="The product of the hops' confidences.")]
    hops: Annotated[list[Hop], Field(description="The surest of the shortest ways, from the actor to the backer.")]


class CommonBacker(Answer):
    """One who backs all the actors asked about."""

    backer: Annotated[Ref, Field(description="Who backs them all.")]
    confidence: Annotated[float, Field(ge=0, le=1, description="The product of the ways' confidences.")]
    ways: Annotated[list[BackedWay], Field(description="One for each actor, in the order asked.")]


class CommonBackers(Answer):
    """Who backs each of several actors."""

    actors: Annotated[list[Ref], Field(description="Those asked about.")]
    found: Annotated[list[CommonBacker], Field(description="The surest first.")]


class Part(Answer):
    """How many of the incidents an actor has a part in."""

    actor: Annotated[Ref, Field(description="Who.")]
    incidents: Annotated[int, Field(description="In how many of the incidents counted.")]


class Exposure(Answer):
    """A state that is the target of groups that other states back."""

    state: Annotated[Ref, Field(description="The state.")]
    incidents: Annotated[int, Field(description="How many hostile incidents such groups are held responsible for.")]
    severity: Severity
    first: First = None
    last: Last = None
    backers: Annotated[list[Part], Field(description="The states behind those groups, at most 20.")]
    groups: Annotated[list[Part], Field(description="The groups, at most 20.")]


class Meeting(Answer):
    """Two actors that meet for two states."""

    one: Annotated[Ref, Field(description="Who stands for the first state; it may be the state.")]
    other: Annotated[Ref, Field(description="Who stands for the other.")]
    incidents: Annotated[int, Field(description="How many incidents they meet in.")]


class Conflict(Answer):
    """Two states that meet in hostile incidents through groups they back."""

    one: Annotated[Ref, Field(description="The state whose id comes first by alphabet.")]
    other: Annotated[Ref, Field(description="The other.")]
    incidents: Annotated[int, Field(description="How many incidents; in each, one side at least is a group.")]
    severity: Severity
    hostility: Annotated[float, Field(description="The sum of their PLOVER scores, by which conflicts are sorted.")]
    killed: Annotated[int, Field(description="The sum of the lowest figures of those killed.")]
    first: First = None
    last: Last = None
    meetings: Annotated[list[Meeting], Field(description="Who meets whom, the most incidents first, at most 20.")]


class Neighbourhood(Answer):
    """What stands around an entity or incident."""

    center: Annotated[Ref, Field(description="What was asked about.")]
    nodes: Annotated[list[Ref], Field(description="All that the relationships connect, the center among them.")]
    relations: Annotated[list[Relation], Field(description="Those of the center first; the surest first.")]
