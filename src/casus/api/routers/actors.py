"""Who stands behind whom."""

from fastapi import APIRouter

from casus.api import parameters, problems
from casus.api.dependencies import Stored
from casus.graph import answers, queries

router = APIRouter(prefix="/actors", tags=["actors"])


@router.get("/exposed", summary="States hit by groups that other states back, those hit hardest first")
async def exposed(
    store: Stored,
    when: parameters.When,
    at: parameters.At,
    depth: parameters.Depth = 1,
    limit: parameters.Most = 20,
) -> list[answers.Exposure]:
    """Sorted by the sum of the incidents' PLOVER scores."""
    return await store.ask(queries.exposed(depth=depth, period=when, at=at, limit=limit))


@router.get("/common-backers", summary="Who backs each of several actors", responses=problems.NOT_FOUND)
async def common_backers(
    store: Stored,
    actors: parameters.Actors,
    at: parameters.At,
    depth: parameters.Depth = 1,
    limit: parameters.Most = 20,
) -> answers.CommonBackers:
    """Return the surest first; each with the way from every actor and the sentences that lead along it."""
    return await store.ask(queries.common_backers(actors, depth=depth, at=at, limit=limit))


@router.get(
    "/{id:path}/backers", summary="Who backs an actor, directly and through others", responses=problems.NOT_FOUND
)
async def backers(
    id: parameters.ActorId,
    store: Stored,
    at: parameters.At,
    depth: parameters.Depth = 1,
    limit: parameters.Most = 100,
) -> answers.Backings:
    """Return the nearest first, then the surest; each with the hops and the sentences that lead to it."""
    return await store.ask(queries.backers(id, depth=depth, at=at, limit=limit))


@router.get(
    "/{id:path}/proxies", summary="Whom an actor backs, directly and through others", responses=problems.NOT_FOUND
)
async def proxies(
    id: parameters.ActorId,
    store: Stored,
    at: parameters.At,
    depth: parameters.Depth = 1,
    limit: parameters.Most = 100,
) -> answers.Backings:
    """Return the nearest first, then the surest; each with the hops and the sentences that lead to it."""
    return await store.ask(queries.proxies(id, depth=depth, at=at, limit=limit))
