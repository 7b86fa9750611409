"""Who stands behind whom."""

from typing import Annotated

from pydantic import Field

from casus.graph.answers.base import Answer, Ref
from casus.graph.answers.paths import Hop


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
