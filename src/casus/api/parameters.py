"""What can be asked for: each parameter with its meaning, unit and limits, defined once for all routes.

What only puts values together is a coroutine all the same: FastAPI calls a plain function in a thread of its own, which
costs more than the function.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Path, Query
from pydantic import AfterValidator, Field

from casus.graph.codes import country, state
from casus.graph.pages import PageRequest
from casus.graph.queries import Moment, Period, Route
from casus.graph.queries.constraints import Direction
from casus.ontology import EntityType, EventType, Predicate

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

JobId = Annotated[str, Path(description="A job's id.", max_length=LONGEST)]
FileName = Annotated[
    str,
    Query(
        description="The file's name: its ending says what it is, and the rest becomes the document's id.",
        examples=["2019-12-28-rockets.txt"],
        min_length=1,
        max_length=300,
        pattern=r"^[^/\\\x00-\x1f]+$",
    ),
]

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
    """Who, whom, where and what; each narrows the others down."""

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
Most = Annotated[int, Query(description="How many to return at most, the best.", ge=1, le=100, examples=[10])]


Actors = Annotated[
    list[Annotated[Actor, Field(max_length=LONGEST)]],
    Query(
        alias="actor",
        description="The actors, from 2 to 10: ids, or states' codes. Given once for each.",
        examples=[["org/kataib-hezbollah", "IRQ"]],
        min_length=2,
        max_length=10,
    ),
]
Pair = Annotated[
    list[Annotated[Actor, Field(max_length=LONGEST)]],
    Query(
        alias="actor",
        description="Only pairs of this actor, or of these two: ids, or states' codes.",
        examples=[["IRN"]],
        max_length=2,
    ),
]
OneActor = Annotated[
    Actor | None,
    Query(
        alias="actor",
        description="Who did or suffered it: an actor's id, or a state's code.",
        examples=["org/kataib-hezbollah"],
        max_length=LONGEST,
    ),
]
Against = Annotated[
    Actor | None,
    Query(
        description="Who is on the other side of `actor`: an actor's id, or a state's code.",
        examples=["USA"],
        max_length=LONGEST,
    ),
]
Place = Annotated[
    Actor | None,
    Query(
        description="Where it was, directly or in a place within: a place's id, or a state's code.",
        examples=["IRQ"],
        max_length=LONGEST,
    ),
]
Steps = Annotated[int, Query(description="How many steps the way has at most.", ge=1, le=8, examples=[4])]
Around = Annotated[
    int, Query(description="1: what is related to it; 2: and what is related to that.", ge=1, le=2, examples=[1])
]
Latest = Annotated[
    int,
    Query(alias="incidents", description="How many of its latest incidents come with it.", ge=0, le=200, examples=[20]),
]
Relations = Annotated[
    int, Query(alias="limit", description="How many relationships at most, the surest.", ge=1, le=1000, examples=[100])
]
ShortestLinks = Annotated[int, Query(description="How many links a chain has at least.", ge=1, le=10, examples=[1])]
Ties = Annotated[
    list[Predicate] | None,
    Query(
        alias="predicate",
        description="Only along these predicates, given once for each. Without it, along all that lead anywhere.",
        examples=[["backed-by", "perpetrator", "target"]],
    ),
]
Directed = Annotated[
    bool, Query(description="Whether every step goes from its subject to its object.", examples=[False])
]
Avoid = Annotated[
    list[Annotated[Actor, Field(max_length=LONGEST)]],
    Query(description="Ids, or states' codes, that no path leads through.", examples=[["org/nobody"]], max_length=20),
]


async def _moment(
    as_of: Annotated[
        date | None,
        Query(
            description="By backing that holds on this day and incidents that had happened by it; "
            "without it, by all that was ever said.",
            examples=["2020-01-03"],
        ),
    ] = None,
    known_by: Annotated[
        date | None,
        Query(
            description="By what documents published on this day or earlier say, with the confidences of that day.",
            examples=["2020-06-30"],
        ),
    ] = None,
    min_confidence: Annotated[
        float, Query(description="Only what is this sure at every step, from 0 to 1.", ge=0, le=1, examples=[0.2])
    ] = 0,
) -> Moment:
    return Moment(as_of, known_by, min_confidence)


async def _period(
    since: Annotated[
        date | None,
        Query(description="Only incidents that can have happened on this day or later.", examples=["2019-12-01"]),
    ] = None,
    until: Annotated[
        date | None,
        Query(description="Only incidents that can have happened on this day or earlier.", examples=["2020-01-31"]),
    ] = None,
) -> Period:
    return Period(since, until)


async def _route(
    period: Annotated[Period, Depends(_period)],
    avoid: Avoid = [],
    predicate: Annotated[
        list[Literal[Predicate.BACKED_BY, Predicate.PART_OF]],
        Query(
            description="What puts an actor on a side: whom it is backed by, what it is part of. Once for each.",
            examples=[["backed-by", "part-of"]],
            min_length=1,
        ),
    ] = [Predicate.BACKED_BY],
    direction: Annotated[
        Direction,
        Query(description="forward: the side of `from` did it; backward: it suffered it.", examples=["either"]),
    ] = "either",
    type_: Annotated[
        list[EventType],
        Query(alias="type", description="Only through incidents of these PLOVER types.", examples=[["ASSAULT"]]),
    ] = [],
    via: Annotated[
        list[Annotated[Actor, Field(max_length=LONGEST)]],
        Query(
            description="Ids, or states' codes, that every path leads through.",
            examples=[["org/kataib-hezbollah"]],
            max_length=5,
        ),
    ] = [],
) -> Route:
    return Route(frozenset(predicate), direction, frozenset(type_), period, frozenset(avoid), frozenset(via))


At = Annotated[Moment, Depends(_moment)]
When = Annotated[Period, Depends(_period)]
Along = Annotated[Route, Depends(_route)]


async def _page(
    limit: Annotated[int, Query(description="How many items a page has at most.", ge=1, le=100, examples=[20])] = 20,
    after: Annotated[
        str | None, Query(description="The `next` of the page before; without it, the first page.", max_length=2000)
    ] = None,
) -> PageRequest:
    return PageRequest(limit, after)


Page = Annotated[PageRequest, Depends(_page)]
Filters = Annotated[IncidentFilters, Depends()]
