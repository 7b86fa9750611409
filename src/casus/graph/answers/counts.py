"""How much there is, and what a load did."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field

from casus.graph.answers.base import Answer
from casus.ontology import EntityType, Predicate


class Counts(Answer):
    """How much there is."""

    documents: int
    claims: int
    reports: int
    incidents: int
    entities: Annotated[
        dict[EntityType, int], BeforeValidator(dict), Field(description="By type; those with none are left out.")
    ]
    relations: Annotated[
        dict[Predicate, int], BeforeValidator(dict), Field(description="By predicate; those with none are left out.")
    ]


class Loaded(Answer):
    """What a load did."""

    new: Annotated[int, Field(description="Documents that were not there before.")] = 0
    replaced: Annotated[int, Field(description="Documents that said something else before.")] = 0
    unchanged: Annotated[int, Field(description="Documents that said the same before; nothing was done.")] = 0
    entities: Annotated[int, Field(description="Different entities that the documents mention.")] = 0
    reports: Annotated[int, Field(description="Incidents that the documents tell of, counted once a document.")] = 0
    claims: Annotated[int, Field(description="Claims that the documents make.")] = 0

    @property
    def documents(self) -> int:
        """How many documents were given."""
        return self.new + self.replaced + self.unchanged

    def __add__(self, other: Self) -> Self:
        """Return what two loads did; an entity that both mention is counted by each."""
        return type(self)(**{name: getattr(self, name) + getattr(other, name) for name in type(self).model_fields})
