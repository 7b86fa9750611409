"""Ways from one actor to another."""

from fastapi import APIRouter

from casus.api import parameters, problems
from casus.api.dependencies import Asked
from casus.graph import answers, queries

router = APIRouter(prefix="/paths", tags=["paths"], responses=problems.NOT_FOUND)


@router.get("/proxy", summary="Paths between two states through groups they back and the incidents between them")
async def proxy(
    graph: Asked,
    source: parameters.From,
    target: parameters.To,
    depth: parameters.Depth = 2,
    as_of: parameters.AsOf = None,
    limit: parameters.Most = 10,
) -> answers.ProxyPaths:
    """Return the highest score first, every hop with the sentences that say so."""
    return await graph.ask(queries.proxy_paths(source, target, depth=depth, as_of=as_of, limit=limit))
