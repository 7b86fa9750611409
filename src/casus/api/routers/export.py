"""The whole graph, to take away."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse

from casus import rdf
from casus.api.dependencies import Scratch, Stored

router = APIRouter(prefix="/export", tags=["export"])

As = Annotated[rdf.Format, Query(alias="format", description="How it is written.", examples=["turtle"])]
CONTENT = {form.media_type: {"schema": {"type": "string"}} for form in rdf.Format}


@router.get("", summary="The graph as RDF", response_class=FileResponse, responses={200: {"content": CONTENT}})
async def export(store: Stored, scratch: Scratch, form: As = rdf.Format.TURTLE) -> FileResponse:
    """Every claim with its sentences, and the plain triples that follow; sent once the whole of it is written."""
    path = scratch / f"casus{form.ending}"
    await store.work(lambda graph: rdf.export(graph, path, form, base_iri=store.settings.base_iri))
    return FileResponse(path, media_type=form.media_type, filename=path.name)
