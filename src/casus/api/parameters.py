"""What can be asked for: each parameter with its meaning, unit and limits, defined once for all routes."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import AfterValidator

from casus.errors import BadInput
from casus.graph.codes import country, state
from casus.graph.pages import PageRequest
from casus.ontology import EntityType, EventType

LONGEST = 600
"""Characters an id may have: a document's 500 and what its claims' ids add."""

Actor = Annotated[str, AfterValidator(state)]
"""An actor's or place's id; states can be given by their code."""
CountryCode = Annotated[str, AfterValidator(country)]

EntityId = Annotated[
    str,
    Path(description="An entity's id.", examples=["org/kataib-hezbollah"], max_length=LONGEST),
]
ActorId = Annotated[
    Actor,
    Path(description="An actor's id, or a state's ISO 3166-1 code.", examples=["state/IRN"], max_length=LONGEST),
]
IncidentId = Annotated[str, Path(description="An incident's id.", max_length=LONGEST)]
ClaimId = Annotated[str, Path(description="A claim's id.", max_length=LONGEST)]
JudgementId = Annotated[str, Path(description="A judgement's id.", max_length=LONGEST)]
DocumentId = Annotated[str, Path(description="A document's id.", max_length=LONGEST)]

Name = Annotated[
    str | None,
    Query(
        description="Any name, alias or spelling, also misspelt; the best matches come first.",
        examples=["Kataib Hizbullah"],
        min_length=1,
        max_length=200,
    ),
]
Type = Annotated[EntityType | None, Query(alias="type", description="Only entities of this type.")]
Country = Annotated[
    CountryCode | None,
    Query(
        description="Only entities of or in this country: its ISO 3166-1 code, of three letters or two.",
        examples=["IRQ"],
        pattern="^[A-Za-z]{2,3}$",
    ),
]


@dataclass(frozen=True)
class IncidentFilters:
    """Who, whom, where, what and when; each narrows the others down."""

    actor: Annotated[
        Actor | None,
        Query(
            description="Only incidents that this actor is held responsible for: its id, or a state's code.",
            examples=["state/USA"],
            max_length=LONGEST,
        ),
    ] = None
    target: Annotated[
        Actor | None,
        Query(
            description="Only incidents done or addressed to this actor: its id, or a state's code.",
            examples=["org/kataib-hezbollah"],
            max_length=LONGEST,
        ),
    ] = None
    place: Annotated[
        Actor | None,
        Query(
            description="Only incidents in this place or in one within it: its id, or a state's code.",
            examples=["state/IRQ"],
            max_length=LONGEST,
        ),
    ] = None
    type: Annotated[
        EventType | None, Query(description="Only incidents of this PLOVER type.", examples=["ASSAULT"])
    ] = None
    since: Annotated[
        date | None,
        Query(description="Only incidents that can have happened on this day or later.", examples=["2019-12-01"]),
    ] = None
    until: Annotated[
        date | None,
        Query(description="Only incidents that can have happened on this day or earlier.", examples=["2020-01-31"]),
    ] = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise BadInput(f"query.since: {self.since} is after until, {self.until}")


From = Annotated[
    Actor,
    Query(
        alias="from",
        description="Where paths begin: a state's id or ISO 3166-1 code, or another actor's id.",
        examples=["IRN"],
        max_length=LONGEST,
    ),
]
To = Annotated[
    Actor,
    Query(
        alias="to",
        description="Where paths end: a state's id or ISO 3166-1 code, or another actor's id.",
        examples=["US"],
        max_length=LONGEST,
    ),
]
Depth = Annotated[
    int, Query(description="How many hops of backing there may be; 1: only direct backing.", ge=1, le=4, examples=[2])
]
Links = Annotated[
    int, Query(description="How many links of the chain to follow either way.", ge=1, le=10, examples=[3])
]
AsOf = Annotated[
    date | None,
    Query(
        description="By what is known to hold on this day; without it, by all that was ever said.",
        examples=["2020-01-03"],
    ),
]
Most = Annotated[int, Query(description="How many to return at most, the best.", ge=1, le=100, examples=[10])]


def _page(
    limit: Annotated[int, Query(description="How many items a page has at most.", ge=1, le=100, examples=[20])] = 20,
    after: Annotated[
        str | None, Query(description="The `next` of the page before; without it, the first page.", max_length=2000)
    ] = None,
) -> PageRequest:
    return PageRequest(limit, after)


Page = Annotated[PageRequest, Depends(_page)]
Filters = Annotated[IncidentFilters, Depends()]
