"""What answers what."""

from typing import Annotated

from pydantic import Field

from casus.graph.answers.base import Answer
from casus.graph.answers.incidents import Incident
from casus.graph.answers.paths import Hop


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
