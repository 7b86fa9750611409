"""The graph's collections as a whole, and all of it as a network."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, BinaryIO

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import StreamingResponse

from casus.api import drawing
from casus.api.dependencies import Store, Stored
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

TABLES = {Table.CSV: tables.write_csv, Table.PARQUET: tables.write_parquet}

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

    def write(graph: Graph, out: BinaryIO) -> None:
        out.writelines(line.encode() for line in drawing.WRITERS[form](graph_network(graph)))

    return await _sent(store, write, form)


@router.get(
    "/{collection}",
    summary="A collection as a whole: a stream of items, or a table for R, Stata and pandas",
    response_class=StreamingResponse,
    responses=_content(*Table),
)
async def collection(
    name: Annotated[Named, Path(alias="collection", description="Which collection.", examples=["relations"])],
    store: Stored,
    form: As = Table.NDJSON,
) -> Response:
    """Send NDJSON as it is read; a stream that fails ends with a line of an `error`.

    A table that fails half-way breaks off without the end that HTTP wants.
    """
    one = COLLECTIONS[name.value]

    def write(graph: Graph, out: BinaryIO) -> None:
        if form is Table.NDJSON:
            out.writelines(lines(graph, one))
        else:
            TABLES[form](one.items(graph), one.model, out)

    return await _sent(store, write, form)


async def _sent(store: Store, write: Callable[[Graph, BinaryIO], None], form: Table | Drawing) -> StreamingResponse:
    pieces = await store.work(lambda graph: started(lambda out: write(graph, out)))
    return StreamingResponse(pieces, media_type=MEDIA[form])
