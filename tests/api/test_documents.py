"""Texts given to the API are read and loaded."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from casus.api.app import create_app
from casus.settings import Settings

TEXT = """Rockets struck a base near Kirkuk on Friday, killing an American contractor. \
The United States blamed Kata'ib Hezbollah, a militia backed by Iran."""


@pytest.fixture(scope="module")
def app_client(server_settings: Settings, writing_key: dict[str, str]) -> Iterator[TestClient]:
    """One application for the module, so that the model loads once."""
    with TestClient(create_app(server_settings), raise_server_exceptions=False, headers=writing_key) as client:
        yield client


@pytest.fixture
def client(app_client: TestClient, graph_settings: Settings) -> TestClient:
    """The application on a graph without a node."""
    return app_client


def post(client: TestClient, **text: Any) -> Any:
    return client.post("/v1/documents", json={"text": TEXT, "published": "2019-12-28", **text})


def test_a_text_is_read_and_loaded(client: TestClient) -> None:
    answer = post(client)
    assert answer.status_code == 201
    assert answer.json()["loaded"]["new"] == 1
    assert "state/IRN" in {entity["id"] for entity in answer.json()["record"]["entities"]}


def test_the_example_in_the_description_is_read_and_loaded(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    [example] = described["components"]["schemas"]["Text"]["examples"]
    answer = client.post("/v1/documents", json=example)
    assert answer.status_code == 201
    assert answer.json()["record"]["incidents"]


def test_what_was_loaded_stands_at_the_location_that_is_given(client: TestClient) -> None:
    location = post(client, id="wire/one #1?").headers["location"]
    assert client.get(location).json()["id"] == "wire/one #1?"
    assert unquote(location).endswith("wire/one #1?")


def test_the_same_text_again_changes_nothing(client: TestClient) -> None:
    post(client)
    answer = post(client)
    assert answer.status_code == 200
    assert answer.json()["loaded"]["unchanged"] == 1


def test_another_text_of_the_same_id_replaces_it(client: TestClient) -> None:
    post(client, id="one")
    assert post(client, id="one", text="Nothing happened in Kirkuk.").json()["loaded"]["replaced"] == 1
    assert client.get("/v1/incidents").json()["items"] == []


def test_a_text_without_any_event_is_a_document_like_others(client: TestClient) -> None:
    answer = post(client, text="The recipe calls for two eggs and a spoon of sugar.")
    assert answer.status_code == 201
    assert answer.json()["record"]["incidents"] == []


def test_the_proxy_path_follows_from_the_text(client: TestClient) -> None:
    text = (
        "Kata'ib Hezbollah fired rockets at American soldiers near Kirkuk on Friday. "
        "Kata'ib Hezbollah is backed by Iran."
    )
    post(client, text=text)
    paths = client.get("/v1/paths/proxy", params={"from": "IRN", "to": "USA"}).json()["paths"]
    assert paths
    assert "Kata'ib Hezbollah is backed by Iran." in str(paths[0]["hops"])
