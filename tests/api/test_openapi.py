"""The description of the API is whole, and its examples work."""

from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from casus.api.app import create_app
from casus.settings import Settings

APP: FastAPI = create_app(Settings(_env_file=None))
DESCRIBED: dict[str, Any] = APP.openapi()
Route = dict[str, Any]
ROUTES: list[tuple[str, str, Route]] = [
    (path, method, route) for path, methods in DESCRIBED["paths"].items() for method, route in methods.items()
]
ASKED = [(path, route) for path, method, route in ROUTES if method == "get"]
NAMES = [f"{method} {path}" for path, method, _ in ROUTES]


def example(parameter: dict[str, Any], known: dict[str, str], path: str) -> str | list[str] | None:
    """Return a parameter's example, a list where it can be given several times; ids the graph made come from it."""
    found = parameter["schema"].get("examples")
    if parameter["in"] == "path":
        return known.get(path.split("/")[2]) or str(found[0])
    if found and isinstance(found[0], list):
        return list(map(str, found[0]))
    return str(found[0]) if found else None


@pytest.fixture(scope="module")
def known(client: TestClient) -> dict[str, str]:
    """The first id of each collection whose ids the graph makes itself."""
    document = client.get("/v1/documents").json()["items"][0]["id"]
    return {
        "incidents": client.get("/v1/incidents").json()["items"][0]["id"],
        "documents": document,
        "jobs": client.post("/v1/documents/batch", content="\n").json()["id"],
        "claims": client.get(f"/v1/documents/{quote(document)}").json()["stated"][0]["id"],
    }


@pytest.mark.parametrize(("path", "method", "route"), ROUTES, ids=NAMES)
def test_a_route_says_what_it_is_for(path: str, method: str, route: Route) -> None:
    assert route["summary"]
    assert route["description"]


@pytest.mark.parametrize(("path", "method", "route"), ROUTES, ids=NAMES)
def test_every_parameter_says_what_it_means(path: str, method: str, route: Route) -> None:
    assert not [one["name"] for one in route.get("parameters", []) if not one.get("description")]


@pytest.mark.parametrize(("path", "route"), ASKED, ids=[path for path, _ in ASKED])
def test_the_examples_of_a_route_get_an_answer(
    client: TestClient, known: dict[str, str], path: str, route: Route
) -> None:
    given = {one["name"]: (one["in"], example(one, known, path)) for one in route.get("parameters", [])}
    address = path
    for name, (where, value) in given.items():
        if where == "path":
            assert isinstance(value, str), f"{name} has no example"
            address = address.replace("{" + name + "}", quote(value, safe=""))
    query = {name: value for name, (where, value) in given.items() if where == "query" and value}
    answer = client.get(address, params=query)
    assert answer.status_code == 200, answer.text


def test_every_problem_has_the_schema_of_problems() -> None:
    answers = [one for _, _, route in ROUTES for status, one in route["responses"].items() if int(status) >= 400]
    assert answers
    schemas = {content["schema"]["$ref"] for one in answers for content in one["content"].values()}
    assert schemas == {"#/components/schemas/Problem"}
    assert "Problem" in DESCRIBED["components"]["schemas"]


def test_every_reference_leads_somewhere() -> None:
    def references(value: Any) -> set[str]:
        if isinstance(value, dict):
            return {value["$ref"]} if "$ref" in value else set().union(*map(references, value.values()), set())
        return set().union(*map(references, value), set()) if isinstance(value, list) else set()

    schemas = {f"#/components/schemas/{name}" for name in DESCRIBED["components"]["schemas"]}
    assert references(DESCRIBED) <= schemas
