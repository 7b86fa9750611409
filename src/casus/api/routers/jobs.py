"""Jobs: many documents on their way into the graph."""

from collections.abc import AsyncIterable
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.sse import EventSourceResponse, ServerSentEvent

from casus.api import parameters, problems
from casus.api.dependencies import Working
from casus.api.jobs import Job

router = APIRouter(prefix="/jobs", tags=["jobs"])


async def _known(id: parameters.JobId, jobs: Working) -> Job:
    """Return the job, before a stream of it begins: a stream cannot take back its status."""
    return jobs.get(id)


Known = Annotated[Job, Depends(_known)]


@router.get("", summary="The jobs of this server, the latest first")
async def all_(jobs: Working) -> list[Job]:
    """At most the last 1000; they are forgotten when the server ends."""
    return jobs.all()


@router.get("/{id}", summary="How far a job is", responses=problems.NOT_FOUND)
async def job(known: Known) -> Job:
    """What it loaded by now, and what it left out with the reasons."""
    return known


@router.get(
    "/{id}/events",
    summary="How a job goes on, as server-sent events",
    response_class=EventSourceResponse,
    responses=problems.NOT_FOUND,
)
async def events(known: Known, jobs: Working) -> AsyncIterable[ServerSentEvent]:
    """Send the job at once and whenever it goes on, as `progress`; when it is over, as `done` or `failed`."""
    async for now in jobs.watch(known.id):
        yield ServerSentEvent(data=now, event=now.state.value if now.over else "progress")
