"""Who stands behind whom."""

from fastapi import APIRouter

from casus.api import parameters, problems
from casus.api.dependencies import Asked
from casus.graph import answers, queries

router = APIRouter(prefix="/actors", tags=["actors"], responses=problems.NOT_FOUND)


@router.get("/{id:path}/backers", summary="Who backs an actor, directly and through others")
async def backers(
    id: parameters.ActorId,
    graph: Asked,
    depth: parameters.Depth = 1,
    as_of: parameters.AsOf = None,
    limit: parameters.Most = 100,
) -> answers.Backings:
    """Return the nearest first, then the surest; each with the hops and the sentences that lead to it."""
    return await graph.ask(queries.backers(id, depth=depth, as_of=as_of, limit=limit))


@router.get("/{id:path}/proxies", summary="Whom an actor backs, directly and through others")
async def proxies(
    id: parameters.ActorId,
    graph: Asked,
    depth: parameters.Depth = 1,
    as_of: parameters.AsOf = None,
    limit: parameters.Most = 100,
) -> answers.Backings:
    """Return the nearest first, then the surest; each with the hops and the sentences that lead to it."""
    return await graph.ask(queries.proxies(id, depth=depth, as_of=as_of, limit=limit))
