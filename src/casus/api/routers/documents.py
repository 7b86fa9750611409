"""Documents: what was read, and texts to read."""

from datetime import date
from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, field_validator

from casus.api import parameters, problems
from casus.api.dependencies import Loads, Reads, Stored, Working
from casus.api.jobs import Found, Job, Jobs
from casus.graph import answers, queries
from casus.reading import read_upload
from casus.reading.origin import Origin
from casus.records import Document, Record

router = APIRouter(prefix="/documents", tags=["documents"])

LATER = problems.responses(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
BYTES = {"type": "string", "format": "binary"}
LINES = {
    "type": "string",
    "description": "An object a line, with `id` and `text` and, where known, `published`, `title`, `url`, `source`.",
    "examples": ['{"id": "wire/1", "text": "Iran arms Hezbollah.", "published": "2019-12-28"}\n'],
}


class Text(BaseModel):
    """A text to read, and where it comes from."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "text": "Rockets struck a base near Kirkuk on Friday, killing an American contractor. "
                    "The United States blamed Kata'ib Hezbollah, a militia backed by Iran.",
                    "title": "Rockets strike base near Kirkuk",
                    "published": "2019-12-28",
                    "source": "Example News",
                }
            ]
        },
    )

    text: Annotated[str, Field(description="The text; offsets in the answer are into it, as it is given.")]
    title: Annotated[str | None, Field(description="Its headline.", max_length=1000)] = None
    published: Annotated[
        date | None, Field(description="The day it was published, which its 'Friday' is told from.")
    ] = None
    url: Annotated[str | None, Field(description="Where it can be read; it is not fetched.", max_length=2000)] = None
    source: Annotated[str | None, Field(description="Who published it.", max_length=200)] = None
    id: Annotated[
        str | None,
        Field(
            description="Its id; what a document of this id said before is replaced. None: made from the text.",
            min_length=1,
            max_length=500,
        ),
    ] = None

    @field_validator("*")
    @classmethod
    def _whole_characters(cls, value: object) -> object:
        if isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
            raise ValueError("it has half a character in it (a surrogate without its other half)")
        return value

    @field_validator("text")
    @classmethod
    def _says_something(cls, text: str) -> str:
        if not text.strip():
            raise ValueError("there is no text in it")
        return text

    def document(self) -> Document:
        """Return it as extraction reads it."""
        return Document(**self.model_dump(exclude={"id"}), id=Origin(id=self.id).id_of(self.text))


class Ingested(BaseModel):
    """What a text was found to say, and what became of it in the graph."""

    loaded: Annotated[answers.Loaded, Field(description="What loading it did.")]
    record: Annotated[Record, Field(description="What the text says.")]


@router.get("", summary="The documents that were loaded")
async def documents(store: Stored, page: parameters.Page) -> answers.Page[answers.Document]:
    """By id."""
    return await store.ask(queries.documents(page))


@router.post(
    "",
    summary="Read a text and load what it says",
    status_code=HTTPStatus.CREATED,
    responses={
        200: {"model": Ingested, "description": "A document of this id was there before."},
        **problems.responses(HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    },
)
async def ingest(text: Text, reads: Reads, store: Stored, response: Response) -> Ingested:
    """Replace what a document of the same id said before; the same text again changes nothing."""
    record = await reads.record(text.document())
    loaded = await store.work(lambda graph: graph.load([record]))
    response.headers["Location"] = f"/v1/documents/{quote(record.document.id)}"
    response.status_code = HTTPStatus.CREATED if loaded.new else HTTPStatus.OK
    return Ingested(loaded=loaded, record=record)


@router.post(
    "/batch",
    summary="Read many texts and load what they say: NDJSON, a document a line",
    status_code=HTTPStatus.ACCEPTED,
    responses=LATER,
    openapi_extra={"requestBody": {"required": True, "content": {"application/x-ndjson": {"schema": LINES}}}},
)
async def batch(request: Request, jobs: Working, loads: Loads, response: Response) -> Job:
    """Answer with a job that says how far it is; a line that cannot be read is left out and named there."""
    return await _begun(jobs, read_upload(await request.body(), "body.jsonl", 0), loads, response)


@router.post(
    "/upload",
    summary="Read an uploaded file and load what it says: text, a web page, NDJSON, or a ZIP archive of such files",
    status_code=HTTPStatus.ACCEPTED,
    responses=LATER,
    openapi_extra={"requestBody": {"required": True, "content": {"application/octet-stream": {"schema": BYTES}}}},
)
async def upload(  # the body is the file itself: no form, no part of which could be anything else
    request: Request, name: parameters.FileName, jobs: Working, loads: Loads, response: Response
) -> Job:
    """Answer with a job that says how far it is; a file that cannot be read is left out and named there.

    Archives are read in memory, up to CASUS_MAX_UNPACKED bytes; nothing that an upload names is opened or fetched.
    """
    found = read_upload(await request.body(), name, request.app.state.settings.max_unpacked)
    return await _begun(jobs, found, loads, response)


async def _begun(jobs: Jobs, found: Found, loads: Loads, response: Response) -> Job:
    job = await jobs.add(found, loads)
    response.headers["Location"] = f"/v1/jobs/{job.id}"
    return job


@router.delete(
    "/{id:path}",
    summary="Retract a document, with all that only it supported",
    status_code=HTTPStatus.NO_CONTENT,
    responses=problems.NOT_FOUND,
)
async def retract(id: parameters.DocumentId, store: Stored) -> None:
    """Relationships and incidents that other documents support stay, with what those say."""
    await store.work(lambda graph: graph.retract(id))


@router.get("/{id:path}", summary="A document and what it says", responses=problems.NOT_FOUND)
async def document(id: parameters.DocumentId, store: Stored) -> answers.DocumentProfile:
    """Whom it mentions, which incidents it tells of, what it claims in which sentences."""
    return await store.ask(queries.document(id))
