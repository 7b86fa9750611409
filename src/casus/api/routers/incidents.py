"""Incidents, what was said about them, and what answers what."""

from fastapi import APIRouter, Response

from casus.api import parameters, problems
from casus.api.dependencies import Stored
from casus.api.drawing import MAP, AsMap, Located, Map, mapped
from casus.graph import answers, queries

router = APIRouter(prefix="/incidents", tags=["incidents"])


@router.get(
    "",
    summary="Find incidents by who, whom, where, what and when",
    response_model=answers.Page[answers.Incident],
    responses=MAP,
)
async def incidents(
    store: Stored,
    page: parameters.Page,
    by: parameters.Filters,
    when: parameters.When,
    at: parameters.At,
    places: Located,
    form: AsMap = Map.JSON,
) -> Response:
    """Return the latest first."""
    parties = queries.Parties(actor=by.actor, target=by.target, place=by.place)
    found = await store.ask(queries.incidents(page, parties=parties, type=by.type, period=when, at=at))
    return mapped(found, form, places)


@router.get(
    "/{id:path}/retaliation", summary="What an incident answers, and what answers it", responses=problems.NOT_FOUND
)
async def retaliation(
    id: parameters.IncidentId, store: Stored, at: parameters.At, depth: parameters.Links = 5
) -> answers.Retaliation:
    """Follow chains of retaliation in both directions, each link with the sentences that say so."""
    return await store.ask(queries.retaliation(id, depth=depth, at=at))


@router.get("/{id:path}", summary="An incident, every report of it, every claim about it", responses=problems.NOT_FOUND)
async def incident(id: parameters.IncidentId, store: Stored) -> answers.IncidentProfile:
    """Show denials beside what they deny."""
    return await store.ask(queries.incident(id))
