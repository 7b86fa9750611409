"""Linked data: every IRI leads to what it names, in the form that the client wants; questions in SPARQL."""

from collections.abc import Callable
from http import HTTPStatus
from io import BytesIO
from typing import Annotated, Any
from urllib.parse import parse_qs, quote

import anyio
from fastapi import APIRouter, Header, Path, Query, Request, Response
from fastapi.responses import FileResponse, RedirectResponse

from casus import rdf
from casus.api import parameters, problems
from casus.api.dependencies import Stored
from casus.api.negotiation import wanted
from casus.errors import NotFound
from casus.graph import Graph
from casus.rdf.one import WHOLE, described
from casus.rdf.write import write
from casus.resources import folder
from casus.sparql import snapshot
from casus.sparql.asking import Answered, ask

router = APIRouter(tags=["linked data"])

HTML, TURTLE, JSON_LD, JSON = "text/html", "text/turtle", "application/ld+json", "application/json"
ENDINGS = {TURTLE: ".ttl", JSON_LD: ".jsonld"}
VARY = {"Vary": "Accept"}
Described = dict[int | str, dict[str, Any]]


def _written(*media_types: str) -> Described:
    """Return OpenAPI's description of an answer in one of several media types, and of there being none."""
    content = {one: {"schema": {} if one.endswith("json") else {"type": "string"}} for one in media_types}
    return {200: {"content": content}, **problems.responses(HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.NOT_FOUND)}


TRIPLES = _written(TURTLE, JSON_LD)
ANSWERS = _written(*Answered)

FORM, BARE = "application/x-www-form-urlencoded", "application/sparql-query"
QUESTION = {
    FORM: {"schema": {"type": "object", "required": ["query"], "properties": {"query": {"type": "string"}}}},
    BARE: {"schema": {"type": "string"}},
}

Accept = Annotated[str | None, Header(description="The media types that are wanted.", examples=["text/turtle"])]
Id = Annotated[
    str,
    Path(description="What stands after the base in an IRI.", examples=["state/IRN"], max_length=parameters.LONGEST),
]
Ending = Annotated[str, Path(description="ttl or jsonld.", examples=["ttl"], pattern="^(ttl|jsonld)$")]
File = Annotated[
    str, Path(description="casus, plover or shapes.", examples=["casus"], pattern="^(casus|plover|shapes)$")
]
Asked = Annotated[
    str,
    Query(
        description="A question in SPARQL 1.1 that reads.",
        examples=["ASK { ?s ?p ?o }"],
        min_length=1,
        max_length=20_000,
    ),
]


@router.get("/id/{id:path}", include_in_schema=False)
async def identified(id: Id, store: Stored, request: Request, accept: Accept = None) -> Response:
    """303 to a page, Turtle, JSON-LD or JSON, by Accept; 308 where it was merged with another."""
    media_type = wanted(accept, (HTML, TURTLE, JSON_LD, JSON))
    address = str(request.base_url)
    kept = await store.work(lambda graph: _kept(graph, id, address))
    if kept != id:
        return RedirectResponse(f"/id/{quote(kept)}", HTTPStatus.PERMANENT_REDIRECT, headers=VARY)
    return RedirectResponse(_place(request, id, media_type), HTTPStatus.SEE_OTHER, headers=VARY)


@router.get("/data/{id:path}.{ending}", summary="A thing's triples", response_class=Response, responses=TRIPLES)
async def data(id: Id, ending: Ending, store: Stored, request: Request) -> Response:
    """As Turtle or JSON-LD; `dataset` is the description of all that the graph holds, in DCAT and VoID."""
    form = rdf.Format.TURTLE if ending == "ttl" else rdf.Format.JSON_LD
    address = str(request.base_url).rstrip("/")

    def written(graph: Graph) -> bytes:
        out = BytesIO()
        write(described(graph, id, base_iri=graph.settings.base_iri, address=address), out, form)
        return out.getvalue()

    return Response(await store.work(written), media_type=form.media_type)


@router.get("/.well-known/void", include_in_schema=False)
async def void() -> Response:
    """Lead to the description of all that the graph holds, where VoID wants it."""
    return RedirectResponse("/data/dataset.ttl", HTTPStatus.SEE_OTHER)


@router.get("/ontology", include_in_schema=False)
async def ontology(accept: Accept = None) -> Response:
    """303 to Turtle or JSON-LD, by Accept."""
    return RedirectResponse(f"/ontology/casus{ENDINGS[wanted(accept, (TURTLE, JSON_LD))]}", 303, headers=VARY)


@router.get(
    "/ontology/{file}.{ending}",
    summary="The ontology, PLOVER's types, or the shapes",
    response_class=Response,
    responses=TRIPLES,
)
async def ontology_file(file: File, ending: Ending) -> Response:
    """As Turtle or JSON-LD."""
    path = folder("ontology") / f"{file}.ttl"
    if ending == "ttl":
        return FileResponse(path, media_type=TURTLE)
    return Response(await anyio.to_thread.run_sync(rdf.as_json_ld, path), media_type=JSON_LD)


@router.get("/sparql", summary="Ask in SPARQL", response_class=Response, responses=ANSWERS)
async def sparql(query: Asked, store: Stored, accept: Accept = None) -> Response:
    """Ask the last snapshot of the graph (`casus snapshot`) what reads; what all documents say is one graph."""
    return await _answer(query, store, accept)


@router.post(
    "/sparql",
    summary="Ask in SPARQL, with the question as the body",
    response_class=Response,
    responses=ANSWERS,
    openapi_extra={"x-asks": True, "requestBody": {"required": True, "content": QUESTION}},
)
async def sparql_sent(request: Request, store: Stored, accept: Accept = None) -> Response:
    """Likewise, for questions too long for an address: a form's `query`, or the bare question."""
    body = (await request.body()).decode(errors="replace")
    if request.headers.get("content-type", "").startswith(FORM):
        body = parse_qs(body).get("query", [""])[0]
    return await _answer(body, store, accept)


async def _answer(query: str, store: Stored, accept: str | None) -> Response:
    settings = store.settings
    answered = Answered(wanted(accept, [*Answered]))
    taken = snapshot.latest(settings)
    body = await anyio.to_thread.run_sync(lambda: ask(taken, query, answered, seconds=settings.query_time))
    return Response(body, media_type=answered, headers={**VARY, "X-Snapshot": taken.name})


def _kept(graph: Graph, id: str, address: str) -> str:
    """Return the id that this one stands for now. Raises NotFound."""
    try:
        described(graph, id, base_iri=graph.settings.base_iri, address=address)
    except NotFound:
        if kept := graph.merged(id):
            return kept
        raise
    return id


def _place(request: Request, id: str, media_type: str) -> str:
    """Return where a thing's description in a media type is; people read its page, where pages are served."""
    if media_type in ENDINGS:
        return f"/data/{quote(id)}{ENDINGS[media_type]}"
    page: Callable[[str], str] = request.app.state.page if media_type == HTML else record
    return page(id)


def record(id: str) -> str:
    """Return where a thing's JSON is: a report's is that of the document that tells it."""
    kind, _, own = id.partition("/")
    if id == WHOLE:
        return f"/data/{WHOLE}.jsonld"
    if kind == "report":
        return f"/v1/documents/{quote(own.rpartition('/')[0])}"
    if kind in {"document", "claim"}:
        return f"/v1/{kind}s/{quote(own)}"
    return f"/v1/{'incidents' if kind == 'incident' else 'entities'}/{quote(id)}"
