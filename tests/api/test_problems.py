"""Every error is a problem (RFC 9457) that says what was wrong and what to do."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.testclient import TestClient

from casus.api.app import create_app
from casus.api.dependencies import Stored
from casus.graph.queries import Question
from casus.graph.statements import Statement
from casus.settings import Settings


def problem(client: TestClient, path: str, status: int, method: str = "GET", **sent: Any) -> dict[str, Any]:
    answer = client.request(method, path, **sent)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    said: dict[str, Any] = answer.json()
    assert said["status"] == status
    assert said["request"] == answer.headers["x-request-id"]
    return said


@pytest.fixture
def away() -> Iterator[TestClient]:
    """The API of a Neo4j that is not there."""
    settings = Settings(_env_file=None, neo4j_uri="bolt://127.0.0.1:9", neo4j_password=SecretStr("none"))
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [
        "/v1/entities/org/nobody",
        "/v1/incidents/incident/none",
        "/v1/incidents/incident/none/retaliation",
        "/v1/actors/org/nobody/backers",
        "/v1/actors/org/nobody/proxies",
        "/v1/paths/proxy?from=IRN&to=ATA",
        "/v1/claims/none",
        "/v1/documents/none",
    ],
)
def test_an_unknown_id_is_not_found(client: TestClient, path: str) -> None:
    assert problem(client, path, 404)["type"].endswith("#not-found")


@pytest.mark.parametrize("path", ["/", "/v1", "/v2/entities", "/v1/actors/state/IRN"])
def test_an_unknown_route_is_not_found(client: TestClient, path: str) -> None:
    assert "/openapi.json says what is" in problem(client, path, 404)["detail"]


def test_a_method_that_a_route_does_not_have_is_refused_with_those_it_has(client: TestClient) -> None:
    problem(client, "/v1/entities", 405, method="DELETE")
    assert client.delete("/v1/entities").headers["allow"] == "GET"


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/v1/entities?type=Planet", "query.type"),
        ("/v1/entities?country=XX", "query.country"),
        ("/v1/entities?limit=0", "query.limit"),
        ("/v1/entities?limit=101", "query.limit"),
        ("/v1/incidents?since=yesterday", "query.since"),
        ("/v1/incidents?until=2019-02-30", "query.until"),
        ("/v1/incidents?type=assault", "query.type"),
        ("/v1/actors/IRN/proxies?depth=5", "query.depth"),
        ("/v1/incidents/incident/none/retaliation?depth=0", "query.depth"),
        ("/v1/paths/proxy?from=IRN", "query.to"),
        ("/v1/paths/proxy?from=ZZ&to=USA", "query.from"),
        ("/v1/export?format=csv", "query.format"),
        (f"/v1/entities/org/{'x' * 700}", "path.id"),
    ],
)
def test_a_parameter_out_of_bounds_is_named(client: TestClient, path: str, field: str) -> None:
    said = problem(client, path, 422)
    assert [fault["field"] for fault in said["errors"]] == [field]
    assert field in said["detail"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/v1/entities?q=%20%3F%21", "no letter or digit"),
        ("/v1/incidents?since=2020-01-02&until=2020-01-01", "is after until"),
        ("/v1/paths/proxy?from=IRN&to=IR", "both 'state/IRN'"),
    ],
)
def test_a_question_without_sense_is_refused_with_the_reason(client: TestClient, path: str, reason: str) -> None:
    assert reason in problem(client, path, 422)["detail"]


def test_a_token_of_no_page_is_refused(client: TestClient) -> None:
    assert "begin again" in problem(client, "/v1/entities?after=abc", 400)["detail"]


def test_a_token_of_another_question_is_refused(client: TestClient) -> None:
    token = client.get("/v1/entities?limit=1").json()["next"]
    assert "another question" in problem(client, f"/v1/entities?limit=1&type=State&after={token}", 400)["detail"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "body.text"),
        ({"text": " \n"}, "body.text"),
        ({"text": "So.", "published": "2019-13-01"}, "body.published"),
        ({"text": "So.", "titel": "So"}, "body.titel"),
        ({"text": "So.", "id": ""}, "body.id"),
        ({"text": 1}, "body.text"),
    ],
    ids=str,
)
def test_a_text_that_cannot_be_read_is_refused_by_field(client: TestClient, body: dict[str, Any], field: str) -> None:
    said = problem(client, "/v1/documents", 422, method="POST", json=body)
    assert [fault["field"] for fault in said["errors"]] == [field]


def test_a_body_that_is_no_json_is_refused(client: TestClient) -> None:
    sent = {"content": b'{"text": ', "headers": {"content-type": "application/json"}}
    assert "JSON" in problem(client, "/v1/documents", 422, method="POST", **sent)["detail"]


def test_a_form_of_another_site_cannot_write(client: TestClient) -> None:
    sent = {"content": b'{"text": "So."}', "headers": {"content-type": "text/plain"}}
    problem(client, "/v1/documents", 422, method="POST", **sent)


def test_a_text_with_half_a_character_is_refused(client: TestClient) -> None:
    sent = {"content": b'{"text": "\\ud800"}', "headers": {"content-type": "application/json"}}
    problem(client, "/v1/documents", 422, method="POST", **sent)


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_over_the_limit_is_refused(told: Settings, writing_key: dict[str, str], announced: bool) -> None:
    body = b'{"text": "' + b"x" * 2000 + b'"}'
    app = create_app(told.model_copy(update={"max_body": 1000}))
    with TestClient(app, raise_server_exceptions=False, headers=writing_key) as small:
        content = body if announced else iter([body])
        sent = {"content": content, "headers": {"content-type": "application/json"}}
        problem(small, "/v1/documents", 413, method="POST", **sent)


@pytest.mark.parametrize("path", ["/v1/entities", "/v1/paths/proxy?from=IRN&to=USA", "/v1/export", "/readyz"])
def test_a_graph_that_is_away_is_worth_another_try(away: TestClient, path: str) -> None:
    said = problem(away, path, 503)
    assert "bolt://127.0.0.1:9" in said["detail"]
    assert int(away.get(path).headers["retry-after"]) > 0


def test_a_wrong_password_is_said_to_be_one(told: Settings) -> None:
    if told.neo4j_uri is None:
        pytest.skip("the embedded Neo4j makes its own password")
    settings = told.model_copy(update={"neo4j_password": SecretStr("wrong")})
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        said = problem(client, "/v1/entities", 403)
        assert "CASUS_NEO4J_PASSWORD" in said["detail"]


def test_a_query_that_takes_too_long_is_ended(told: Settings) -> None:
    app: FastAPI = create_app(told.model_copy(update={"query_time": 0.2}))
    endless = Statement("endless", "UNWIND range(1, 100000000000) AS n RETURN sum(n) AS sum", "Counts for hours.")

    @app.get("/endless")
    async def ask(store: Stored) -> None:
        await store.ask(Question(endless, {}, len))

    with TestClient(app, raise_server_exceptions=False) as client:
        assert "time limit of 0.2 s" in problem(client, "/endless", 504)["detail"]


def test_a_fault_of_ours_says_nothing_of_the_inside(told: Settings) -> None:
    app: FastAPI = create_app(told)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("the secret of the inside")

    with TestClient(app, raise_server_exceptions=False) as client:
        said = problem(client, "/broken", 500)
        assert "secret" not in str(said)


def test_a_request_keeps_the_id_it_comes_with(client: TestClient) -> None:
    id = "0123456789abcdef0123456789abcdef"
    assert client.get("/healthz", headers={"X-Request-ID": id}).headers["x-request-id"] == id


def test_a_request_id_that_is_none_is_replaced(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "a\tb"}).headers["x-request-id"] != "a\tb"
