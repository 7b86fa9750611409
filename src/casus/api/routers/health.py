"""Whether the process answers, and whether what it stands on does."""

from http import HTTPStatus

from fastapi import APIRouter
from pydantic import BaseModel, Field

from casus import __version__
from casus.api import problems
from casus.api.dependencies import Reads, Stored
from casus.graph import answers, queries

router = APIRouter(tags=["health"])


class Alive(BaseModel):
    """That the process answers."""

    version: str = Field(description="Casus's version.")


class Ready(Alive):
    """That graph and model answer too."""

    graph: answers.Counts = Field(description="How much the graph holds.")
    model: str = Field(description="Where the language model's files are.")


@router.get("/healthz", summary="Whether the process answers")
async def healthz() -> Alive:
    """Asks nothing that Casus stands on."""
    return Alive(version=__version__)


@router.get(
    "/readyz",
    summary="Whether the graph and the language model answer",
    responses=problems.responses(HTTPStatus.SERVICE_UNAVAILABLE),
)
async def readyz(store: Stored, extractor: Reads) -> Ready:
    """503 says which of them does not."""
    return Ready(version=__version__, graph=await store.ask(queries.counts()), model=extractor.model())
