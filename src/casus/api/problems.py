"""Every error as problem details (RFC 9457): what went wrong, where, and what to do about it.

A CasusError carries its own status; what FastAPI and Starlette refuse (an unknown route, a method, a parameter, a body
too large) takes the same shape, so that a client needs to understand one.
"""

import re
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from asgi_correlation_id import correlation_id
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from casus.errors import CasusError, KeyNeeded, Unavailable

KINDS = "https://w3id.org/casus/problems#"
MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = 5
"""Seconds after which a client may ask again when something is away: an embedded Neo4j starts in about that time."""

log = structlog.get_logger(__name__)


class Fault(BaseModel):
    """One part of a request that breaks its contract."""

    field: str = Field(description="Where: query, path, header or body, and the name.", examples=["query.depth"])
    reason: str = Field(description="What was wrong with it.", examples=["Input should be less than or equal to 4"])


class Problem(BaseModel):
    """An error as RFC 9457 has it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": f"{KINDS}not-found",
                    "title": "Not found",
                    "status": 404,
                    "detail": "no entity 'org/nobody'; try /v1/entities?q=…",
                    "request": "5f0c5d1f4c0e4f0a9d3c2f1b8a7e6d54",
                }
            ]
        }
    )

    type: str = Field(description="The kind of problem, as an IRI that stays the same.")
    title: str = Field(description="The kind of problem, in words.")
    status: int = Field(description="The HTTP status.")
    detail: str | None = Field(None, description="What happened this time, and what to do.")
    request: str | None = Field(None, description="The request's X-Request-ID, which the log has too.")
    errors: list[Fault] | None = Field(None, description="The parts of the request that were refused.")


def install(app: FastAPI) -> None:
    """Have the application answer every error as a problem, and its OpenAPI say so."""
    app.exception_handler(CasusError)(_casus_error)
    app.exception_handler(HTTPException)(_http_error)
    app.exception_handler(RequestValidationError)(_invalid_request)
    app.exception_handler(Exception)(_fault_of_ours)
    app.openapi = _with_problem(app.openapi)  # type: ignore[method-assign]


def responses(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """Return OpenAPI's description of a route's problems, by status."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status.value: {"description": status.phrase, "content": content} for status in statuses}


COMMON = responses(
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
)
"""What every route under /v1 can answer."""

NOT_FOUND = responses(HTTPStatus.NOT_FOUND)
"""What a route with an id in its path can answer besides."""


def _with_problem(openapi: Callable[[], dict[str, Any]]) -> Callable[[], dict[str, Any]]:
    """Return the description with the schema of problems in it, which no route names as its answer."""

    def described() -> dict[str, Any]:
        schema = openapi()
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas = schema.setdefault("components", {}).setdefault("schemas", {})
        schemas.update(problem.pop("$defs"), Problem=problem)
        return schema

    return described


def _casus_error(_: Request, error: CasusError) -> JSONResponse:
    headers = {"Retry-After": str(RETRY_AFTER)} if isinstance(error, Unavailable) else {}
    if isinstance(error, KeyNeeded):
        headers["WWW-Authenticate"] = "Bearer"
    if error.http_status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("cannot answer", kind=type(error).__name__, reason=str(error))
    return _answer(error.http_status, type(error).__name__, str(error), headers=headers)


def _http_error(request: Request, error: HTTPException) -> JSONResponse:
    status = HTTPStatus(error.status_code)
    lost = f"{request.method} {request.url.path} is nothing that can be asked; /openapi.json says what is"
    detail = lost if error.detail == status.phrase else error.detail
    return _answer(status, status.phrase, detail, headers=dict(error.headers or {}))


def _invalid_request(_: Request, error: RequestValidationError) -> JSONResponse:
    faults = [
        Fault(field=_field(one["loc"]), reason=one["msg"].removeprefix("Value error, ")) for one in error.errors()
    ]
    detail = "; ".join(f"{fault.field}: {fault.reason}" for fault in faults)
    return _answer(HTTPStatus.UNPROCESSABLE_ENTITY, "InvalidRequest", detail, faults=faults)


def _fault_of_ours(request: Request, error: Exception) -> JSONResponse:
    log.error("a fault of Casus", path=request.url.path, exc_info=error)
    # Starlette answers this one outside all other middleware: the header that they add has to be set here.
    headers = {"X-Request-ID": correlation_id.get() or ""}
    detail = "a fault of Casus; its log has this request's X-Request-ID"
    return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, "InternalError", detail, headers=headers)


def _answer(
    status: HTTPStatus,
    kind: str,
    detail: str | None,
    *,
    headers: dict[str, str] | None = None,
    faults: Sequence[Fault] | None = None,
) -> JSONResponse:
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", kind)
    problem = Problem(
        type=KINDS + "-".join(words).lower(),
        title=" ".join(words).capitalize(),
        status=status,
        detail=detail,
        request=correlation_id.get(),
        errors=list(faults) if faults else None,
    )
    return JSONResponse(problem.model_dump(exclude_none=True), status, headers=headers, media_type=MEDIA_TYPE)


def _field(location: Sequence[str | int]) -> str:
    return ".".join(map(str, location))
