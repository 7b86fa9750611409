"""The whole graph, to take away."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from casus import rdf
from casus.api.dependencies import Stored
from casus.api.streaming import started

router = APIRouter(prefix="/export", tags=["export"])

As = Annotated[rdf.Format, Query(alias="format", description="How it is written.", examples=["trig"])]
Reified = Annotated[
    bool, Query(description="Claims as reifiers of RDF 1.2: shorter, and not read by every tool.", examples=[False])
]
CONTENT = {
    form.media_type: {"schema": {"type": "object" if form is rdf.Format.JSON_LD else "string"}} for form in rdf.Format
}


@router.get("", summary="The graph as RDF", response_class=StreamingResponse, responses={200: {"content": CONTENT}})
async def export(store: Stored, form: As = rdf.Format.TRIG, reified: Reified = False) -> StreamingResponse:
    """Every claim with its sentences, and the plain triples that follow; the connection breaks where that fails."""
    base_iri = store.settings.base_iri
    pieces = await store.work(
        lambda graph: started(lambda out: rdf.export(graph, out, form, base_iri=base_iri, reified=reified))
    )
    name = {"Content-Disposition": f'attachment; filename="casus{form.ending}"'}
    return StreamingResponse(pieces, media_type=form.media_type, headers=name)
