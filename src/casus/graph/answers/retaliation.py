"""What answers what."""

from typing import Annotated

from pydantic import Field

from casus.graph.answers.base import Answer, Day, Ref
from casus.graph.answers.incidents import Incident
from casus.graph.answers.paths import Hop

Lag = Annotated[
    int | None,
    Field(
        description="Days from the earliest day of the one answered to that of its answer; null: a day is not known."
    ),
]


class Response(Answer):
    """An incident in a chain of retaliation, with the link that leads one step nearer to the one asked about."""

    incident: Incident
    depth: Annotated[int, Field(ge=1, description="How many links away.")]
    lag: Lag = None
    link: Annotated[Hop, Field(description="Its source retaliates for its target.")]


class Retaliation(Answer):
    """What an incident answers, and what answers it."""

    incident: Incident
    answers: Annotated[list[Response], Field(description="What it retaliates for, and what that did: back in time.")]
    answered_by: Annotated[list[Response], Field(description="What retaliates for it, and so on: forward in time.")]


class Chain(Answer):
    """Incidents of which each answers the one before it."""

    incidents: Annotated[list[Incident], Field(description="The first of them first.")]
    links: Annotated[
        list[Hop], Field(description="The first: the second incident retaliates for the first; and so on.")
    ]
    lags: Annotated[list[int | None], Field(description="Days from each to its answer; null: a day is not known.")]
    returned: Annotated[
        list[bool],
        Field(description="For each link: whether those who were struck struck back at who had struck (tit for tat)."),
    ]


class Exchange(Answer):
    """Two actors who retaliate against each other: tit for tat."""

    one: Annotated[Ref, Field(description="The actor whose id comes first by alphabet.")]
    other: Annotated[Ref, Field(description="The other.")]
    by_one: Annotated[int, Field(description="How many incidents of the one answer incidents of the other.")]
    by_other: Annotated[int, Field(description="And the other way round.")]
    lags: Annotated[list[int], Field(description="Days between blow and answer, the shortest first, at most 1000.")]
    first: Annotated[Day | None, Field(description="The day of the first answer; null where no text says.")] = None
    last: Annotated[Day | None, Field(description="The day of the last answer; null where no text says.")] = None
