"""Entities: states, groups, organisations, people and places."""

from fastapi import APIRouter, Response

from casus.api import parameters, problems
from casus.api.dependencies import Stored
from casus.api.drawing import BOTH, As, Form, Located, drawn, mapped
from casus.graph import answers, queries
from casus.ontology import Predicate

router = APIRouter(prefix="/entities", tags=["entities"])


@router.get("", summary="Find entities by any of their names, by type and by country")
async def entities(
    store: Stored,
    page: parameters.Page,
    q: parameters.Name = None,
    type_: parameters.Type = None,
    country: parameters.Country = None,
) -> answers.Page[answers.Entity]:
    """Without a name all are listed, by id."""
    if q is None:
        return await store.ask(queries.entities(type=type_, country=country, page=page))
    return await store.ask(queries.search(q, type=type_, country=country, page=page))


@router.get(
    "/{id:path}/neighbourhood",
    summary="What stands around an entity: its relationships and latest incidents",
    response_model=answers.Neighbourhood,
    responses={**problems.NOT_FOUND, **BOTH},
)
async def neighbourhood(
    id: parameters.EntityId,
    store: Stored,
    at: parameters.At,
    places: Located,
    depth: parameters.Around = 1,
    predicate: parameters.Ties = None,
    incidents: parameters.Latest = 20,
    limit: parameters.Relations = 200,
    form: As = Form.JSON,
) -> Response:
    """Return the surest relationships first; the incidents of neighbours are left out."""
    ties = tuple(Predicate) if predicate is None else predicate
    question = queries.neighbourhood(id, depth=depth, ties=ties, incidents=incidents, at=at, limit=limit)
    found = await store.ask(question)
    return mapped(found, form, places) if form is Form.GEOJSON else drawn(found, form)


@router.get("/{id:path}", summary="An entity and what it is connected to", responses=problems.NOT_FOUND)
async def entity(id: parameters.EntityId, store: Stored) -> answers.EntityProfile:
    """Its names, its relationships with other entities, and in how many incidents it has which part."""
    return await store.ask(queries.entity(id))
