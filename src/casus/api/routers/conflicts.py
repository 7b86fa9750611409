"""Who meets whom through whom, and who answers whom."""

from fastapi import APIRouter, Response

from casus.api import parameters
from casus.api.dependencies import Stored
from casus.api.drawing import MAP, AsMap, Located, Map, mapped
from casus.graph import answers, queries

router = APIRouter(tags=["conflicts"])


@router.get("/conflicts", summary="Pairs of states that meet in hostile incidents through groups they back")
async def conflicts(
    store: Stored,
    when: parameters.When,
    at: parameters.At,
    pair: parameters.Pair = [],
    depth: parameters.Depth = 1,
    limit: parameters.Most = 20,
) -> list[answers.Conflict]:
    """Return the gravest first: by the sum of the incidents' PLOVER scores."""
    return await store.ask(queries.conflicts(pair, depth=depth, period=when, at=at, limit=limit))


@router.get("/retaliation/chains", summary="Chains of retaliation, the one that ended last first")
async def chains(
    store: Stored,
    page: parameters.Page,
    when: parameters.When,
    at: parameters.At,
    actor: parameters.OneActor = None,
    against: parameters.Against = None,
    links: parameters.ShortestLinks = 1,
) -> answers.Page[answers.Chain]:
    """Return every link with its lag in days, the sentences that say so, and whether it is tit for tat."""
    question = queries.chains(page, actor=actor, against=against, links=links, period=when, at=at)
    return await store.ask(question)


@router.get("/retaliation/exchanges", summary="Pairs of actors who retaliate against each other: tit for tat")
async def exchanges(
    store: Stored,
    when: parameters.When,
    at: parameters.At,
    pair: parameters.Pair = [],
    limit: parameters.Most = 20,
) -> list[answers.Exchange]:
    """Return those with the most blows either way first, with the lags in days."""
    return await store.ask(queries.exchanges(pair, period=when, at=at, limit=limit))


@router.get(
    "/timeline",
    summary="What an actor did and suffered, what went on between two, what happened at a place",
    response_model=answers.Page[answers.Incident],
    responses=MAP,
)
async def timeline(
    store: Stored,
    page: parameters.Page,
    when: parameters.When,
    at: parameters.At,
    actor: parameters.OneActor = None,
    against: parameters.Against = None,
    place: parameters.Place = None,
    *,
    places: Located,
    form: AsMap = Map.JSON,
) -> Response:
    """Return the latest first; an actor or a place has to be given."""
    question = queries.timeline(page, actor=actor, against=against, place=place, period=when, at=at)
    found = await store.ask(question)
    return mapped(found, form, places)
