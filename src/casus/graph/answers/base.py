"""The roots of all answers, pages, and what every answer is built from."""

from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from casus.ontology import EntityType


def _native(value: Any) -> Any:
    """Turn the driver's dates into Python's."""
    return value.to_native() if hasattr(value, "to_native") else value


T = TypeVar("T")
Day = Annotated[date, BeforeValidator(_native)]
Confidence = Annotated[float, Field(ge=0, le=1, description="From 0 to 1.")]


class Answer(BaseModel):
    """The root of all answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(Answer, Generic[T]):
    """A part of a list, and how to ask for the part after it."""

    items: list[T]
    next: Annotated[str | None, Field(description="Ask again with `after` set to this; null at the end.")] = None


class Quote(Answer):
    """A sentence as it stands in a document."""

    sentence: Annotated[str, Field(description="Quoted to the letter.")]
    start: Annotated[int, Field(description="Offset of its first character in the document's text.")]
    end: Annotated[int, Field(description="Offset after its last character.")]
    document: Annotated[str, Field(description="The document's id.")]
    title: Annotated[str | None, Field(description="The document's title.")] = None
    source: Annotated[str | None, Field(description="Who published the document.")] = None
    published: Annotated[Day | None, Field(description="The day it was published.")] = None
    url: Annotated[str | None, Field(description="Where it can be read.")] = None


class Ref(Answer):
    """An entity or incident, named."""

    id: Annotated[str, Field(description="As `state/IRN` or `incident/0b1c…`.")]
    type: Annotated[EntityType | Literal["Incident"], Field(description="What it is.")]
    name: Annotated[str, Field(description="Its name; an incident's is the words a text first calls it by.")]
