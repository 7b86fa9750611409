"""Ways from one actor to another."""

from fastapi import APIRouter, Response

from casus.api import parameters, problems
from casus.api.dependencies import Stored
from casus.api.drawing import BOTH, NETWORK, As, AsNetwork, Form, Located, Network, drawn, mapped
from casus.graph import answers, queries
from casus.graph.queries.paths import STEPS

router = APIRouter(prefix="/paths", tags=["paths"], responses=problems.NOT_FOUND)


@router.get(
    "/proxy",
    summary="Paths between two states through groups they back and the incidents between them",
    response_model=answers.ProxyPaths,
    responses=BOTH,
)
async def proxy(
    store: Stored,
    source: parameters.From,
    target: parameters.To,
    route: parameters.Along,
    at: parameters.At,
    places: Located,
    depth: parameters.Depth = 2,
    limit: parameters.Most = 10,
    form: As = Form.JSON,
) -> Response:
    """Return the highest score first, every hop with the sentences that say so."""
    found = await store.ask(queries.proxy_paths(source, target, depth=depth, route=route, at=at, limit=limit))
    return mapped(found, form, places) if form is Form.GEOJSON else drawn(found, form)


@router.get(
    "/shortest",
    summary="The shortest way between two entities or incidents, along chosen predicates",
    response_model=answers.ShortestPath,
    responses=NETWORK,
)
async def shortest(
    store: Stored,
    source: parameters.From,
    target: parameters.To,
    at: parameters.At,
    depth: parameters.Steps = 6,
    predicate: parameters.Ties = None,
    directed: parameters.Directed = False,
    avoid: parameters.Avoid = [],
    form: AsNetwork = Network.JSON,
) -> Response:
    """Return every hop with the sentences that say so; where there is no way, none."""
    ties = STEPS if predicate is None else predicate
    question = queries.shortest_path(source, target, depth=depth, ties=ties, directed=directed, avoid=avoid, at=at)
    found = await store.ask(question)
    return drawn(found, form)
