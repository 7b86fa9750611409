"""Entities: states, groups, organisations, people and places."""

from fastapi import APIRouter

from casus.api import parameters, problems
from casus.api.dependencies import Asked
from casus.graph import answers, queries

router = APIRouter(prefix="/entities", tags=["entities"])


@router.get("", summary="Find entities by any of their names, by type and by country")
async def entities(
    graph: Asked,
    page: parameters.Page,
    q: parameters.Name = None,
    type_: parameters.Type = None,
    country: parameters.Country = None,
) -> answers.Page[answers.Entity]:
    """Without a name all are listed, by id."""
    if q is None:
        return await graph.ask(queries.entities(type=type_, country=country, page=page))
    return await graph.ask(queries.search(q, type=type_, country=country, page=page))


@router.get("/{id:path}", summary="An entity and what it is connected to", responses=problems.NOT_FOUND)
async def entity(id: parameters.EntityId, graph: Asked) -> answers.EntityProfile:
    """Its names, its relationships with other entities, and in how many incidents it has which part."""
    return await graph.ask(queries.entity(id))
