"""Claims: what one document says."""

from typing import Annotated

from pydantic import Field

from casus.graph.answers.base import Answer, Day, Quote, Ref
from casus.ontology import Polarity, Predicate


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
