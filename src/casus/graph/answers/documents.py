"""Documents, and what they say."""

from typing import Annotated

from pydantic import Field

from casus.graph.answers.base import Answer, Day, Ref
from casus.graph.answers.claims import Claim
from casus.graph.answers.incidents import IncidentReport


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
