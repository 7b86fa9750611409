"""Whatever is sent, no answer is a server error, and none is off the API's description.

A few examples a route; `make contract` tries hundreds.
"""

import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from casus.api.app import create_app
from casus.settings import Settings

EXAMPLES = int(os.environ.get("CASUS_CONTRACT_EXAMPLES", "2"))
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


@pytest.mark.parametrize("operation", OPERATIONS, ids=[operation.label for operation in OPERATIONS])
def test_an_answer_is_as_described(operation: Any, address: str, writing_key: dict[str, str]) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def holds(case: Any) -> None:
        case.call_and_validate(base_url=address, headers=writing_key, checks=CHECKS, timeout=300)

    holds()
