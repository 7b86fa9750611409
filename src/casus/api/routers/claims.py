"""Claims: what one document says, in which sentences."""

from fastapi import APIRouter

from casus.api import parameters, problems
from casus.api.dependencies import Stored
from casus.graph import answers, queries

router = APIRouter(prefix="/claims", tags=["claims"], responses=problems.NOT_FOUND)


@router.get("/{id:path}", summary="A claim with its sentences, its document and on whose word it stands")
async def claim(id: parameters.ClaimId, store: Stored) -> answers.Claim:
    """One document's statement that a predicate holds, or that it does not."""
    return await store.ask(queries.claim(id))
