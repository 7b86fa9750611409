"""The graph's collections as a whole, and all of it as a network."""

from collections.abc import AsyncIterator, Callable, Mapping
from enum import StrEnum
from typing import Annotated, BinaryIO

import anyio.to_thread
from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import StreamingResponse

from casus.api import drawing
from casus.api.dependencies import Asked, Stored
from casus.api.streaming import started
from casus.formats import COLLECTIONS, graph_network, tables
from casus.formats.lines import lines
from casus.graph import Graph

router = APIRouter(prefix="/bulk", tags=["bulk"])

Named = StrEnum("Named", {name.upper(): name for name in COLLECTIONS})  # type: ignore[misc]  # the keys are the members


class Table(StrEnum):
    """How a collection is written."""

    NDJSON = "ndjson"
    CSV = "csv"
    PARQUET = "parquet"


class Drawing(StrEnum):
    """How a network is written."""

    GRAPHML = "graphml"
    GEXF = "gexf"


MEDIA: Mapping[str, str] = {
    Table.NDJSON: "application/x-ndjson",
    Table.CSV: "text/csv",
    Table.PARQUET: "application/vnd.apache.parquet",
    **drawing.MEDIA,
}

As = Annotated[
    Table,
    Query(alias="format", description="ndjson: an item a line; csv and parquet: a flat table.", examples=["ndjson"]),
]
Drawn = Annotated[Drawing, Query(alias="format", description="Both are read by Gephi.", examples=["graphml"])]


def _content(*forms: Table | Drawing) -> dict[int | str, dict[str, object]]:
    return {200: {"content": {MEDIA[form]: {"schema": {"type": "string"}} for form in forms}}}


@router.get(
    "/network",
    summary="All entities, incidents and plain relationships as a network, for Gephi",
    response_class=StreamingResponse,
    responses=_content(*Drawing),
)
async def whole(store: Stored, form: Drawn = Drawing.GRAPHML) -> Response:
    """Held in memory as a whole before it is sent: about a kilobyte for each relationship."""
    plain = (await store.open()).plain

    def write(out: BinaryIO) -> None:
        for line in drawing.WRITERS[form](graph_network(plain)):
            out.write(line.encode())

    return StreamingResponse(await anyio.to_thread.run_sync(started, write), media_type=MEDIA[form])


@router.get(
    "/{collection}",
    summary="A collection as a whole: a stream of items, or a table for R, Stata and pandas",
    response_class=StreamingResponse,
    responses=_content(*Table),
)
async def collection(
    name: Annotated[Named, Path(alias="collection", description="Which collection.", examples=["relations"])],
    graph: Asked,
    store: Stored,
    form: As = Table.NDJSON,
) -> Response:
    """Send NDJSON as it is read; a stream that fails ends with a line of an `error`.

    A table that fails half-way breaks off without the end that HTTP wants.
    """
    if form is Table.NDJSON:
        return StreamingResponse(await _begun(lines(graph, COLLECTIONS[name.value])), media_type=MEDIA[form])
    write = _writer((await store.open()).plain, name.value, form)
    return StreamingResponse(await anyio.to_thread.run_sync(started, write), media_type=MEDIA[form])


def _writer(graph: Graph, name: str, form: Table) -> Callable[[BinaryIO], None]:
    one = COLLECTIONS[name]
    table = tables.write_csv if form is Table.CSV else tables.write_parquet
    return lambda out: table(one.items(graph), one.model, out)


async def _begun(items: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Return the stream once its first line is there: until then, what goes wrong is a problem as elsewhere."""
    first = await anext(items, b"")

    async def whole() -> AsyncIterator[bytes]:
        yield first
        async for item in items:
            yield item

    return whole()
