"""Incidents, what was said about them, and what answers what."""

from fastapi import APIRouter

from casus.api import parameters, problems
from casus.api.dependencies import Asked
from casus.graph import answers, queries

router = APIRouter(prefix="/incidents", tags=["incidents"])


@router.get("", summary="Find incidents by who, whom, where, what and when")
async def incidents(graph: Asked, page: parameters.Page, by: parameters.Filters) -> answers.Page[answers.Incident]:
    """Return the latest first."""
    dates = (by.since, by.until)
    return await graph.ask(
        queries.incidents(actor=by.actor, target=by.target, place=by.place, type=by.type, dates=dates, page=page)
    )


@router.get(
    "/{id:path}/retaliation", summary="What an incident answers, and what answers it", responses=problems.NOT_FOUND
)
async def retaliation(id: parameters.IncidentId, graph: Asked, depth: parameters.Links = 5) -> answers.Retaliation:
    """Follow chains of retaliation in both directions, each link with the sentences that say so."""
    return await graph.ask(queries.retaliation(id, depth=depth))


@router.get("/{id:path}", summary="An incident, every report of it, every claim about it", responses=problems.NOT_FOUND)
async def incident(id: parameters.IncidentId, graph: Asked) -> answers.IncidentProfile:
    """Show denials beside what they deny."""
    return await graph.ask(queries.incident(id))
