"""Whatever is sent, no answer is a server error, and none is off the API's description.

An odd request to each route; `make contract` sends hundreds. Sending them costs little: what takes long is that Neo4j
plans a statement anew for every combination of parameters that are given. So the plainest request of a route that
reads, which Hypothesis makes first, is left to test_openapi.py.
"""

import os
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.python.asgi import ASGIClient, get_client, shutdown_lifespans
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from casus.api.app import create_app
from casus.settings import Settings

EXAMPLES = int(os.environ.get("CASUS_CONTRACT_EXAMPLES", "1"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@schemathesis.serializer("application/x-ndjson")
def lines(_: Any, value: Any) -> bytes:
    """Send lines as they are made."""
    return str(value).encode("utf-8", "replace")


def operation(described: Any) -> Any:
    assert isinstance(described, Ok), described
    return described.ok()


DESCRIBED = schemathesis.openapi.from_dict(create_app(Settings(_env_file=None)).openapi())
OPERATIONS = [operation(described) for described in DESCRIBED.get_all_operations()]


@pytest.fixture(scope="module")
def asked(told: Settings, writing_key: dict[str, str]) -> Iterator[ASGIClient]:
    """The API in this process, with a key that may write."""
    patient = told.model_copy(update={"max_jobs": 10 * EXAMPLES})  # "too many jobs" is an answer, and a 503
    app: Any = create_app(patient)
    with get_client(app) as client:
        client.headers.update(writing_key)
        yield client
    shutdown_lifespans()


@pytest.mark.parametrize("operation", OPERATIONS, ids=[operation.label for operation in OPERATIONS])
def test_an_answer_is_as_described(operation: Any, asked: ASGIClient) -> None:
    made = count()

    @settings(max_examples=EXAMPLES + 1, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def holds(case: Any) -> None:
        if next(made) or operation.method != "get":
            case.call_and_validate(base_url=asked.base_url, session=asked, checks=CHECKS, timeout=300)

    holds()
