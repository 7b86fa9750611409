"""People judge over HTTP which reports are of one event."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.graph.stories import Telling, strikes, strikes_again

from casus.api.app import create_app
from casus.graph import Graph
from casus.ontology import EntityType
from casus.records import Entity
from casus.settings import Settings

OPINION = {"one": "wire/strikes/i1", "other": "courier/vow/e1", "verdict": "different", "by": "Ana"}


@pytest.fixture
def client(graph_settings: Settings, writing_key: dict[str, str]) -> Iterator[TestClient]:
    with Graph.open(graph_settings) as graph:
        graph.load([strikes(), strikes_again()])
    with TestClient(create_app(graph_settings), raise_server_exceptions=False, headers=writing_key) as client:
        yield client


def items(client: TestClient, path: str) -> list[Any]:
    found: list[Any] = client.get(f"/v1/{path}").json()["items"]
    return found


def test_a_judgement_parts_an_incident_until_it_is_taken_back(client: TestClient) -> None:
    before = items(client, "incidents")
    made = client.post("/v1/identity/judgements", json=OPINION)
    assert made.status_code == 201
    assert len(items(client, "incidents")) == len(before) + 1
    assert items(client, "identity/judgements") == [made.json()]
    assert client.delete(f"/v1/identity/judgements/{made.json()['id']}").status_code == 204
    assert items(client, "incidents") == before


def test_a_pair_that_was_judged_is_not_shown_again(client: TestClient) -> None:
    def pairs() -> list[set[str]]:
        return [{pair["one"]["id"], pair["other"]["id"]} for pair in items(client, "identity/pairs")]

    assert {OPINION["one"], OPINION["other"]} in pairs()
    client.post("/v1/identity/judgements", json={**OPINION, "verdict": "unsure"})
    assert {OPINION["one"], OPINION["other"]} not in pairs()


@pytest.mark.parametrize(
    ("change", "status"), [({"one": "nobody/1"}, 404), ({"one": OPINION["other"]}, 422), ({"verdict": "perhaps"}, 422)]
)
def test_what_cannot_be_judged_is_refused(client: TestClient, change: dict[str, str], status: int) -> None:
    assert client.post("/v1/identity/judgements", json={**OPINION, **change}).status_code == status


def test_what_was_not_judged_cannot_be_taken_back(client: TestClient) -> None:
    assert client.delete("/v1/identity/judgements/none").status_code == 404


def test_a_new_name_comes_up_until_it_is_judged(client: TestClient, graph_settings: Settings) -> None:
    told = Telling("gazette/names", "Kataeb Hizbullah met on Monday.")
    name = Entity(id="org/kataeb-hizbullah", type=EntityType.ORGANISATION, name="Kataeb Hizbullah", mentions=[(0, 16)])
    told.entities[name.id] = name
    with Graph.open(graph_settings) as graph:
        graph.load([told.record])
    [pair] = items(client, "identity/names")
    assert (pair["one"]["id"], pair["other"]["id"]) == (name.id, "org/kataib-hezbollah")
    judged = {"kind": "entities", "one": name.id, "other": pair["other"]["id"], "verdict": "unsure", "by": "Ana"}
    made = client.post("/v1/identity/judgements", json=judged)
    assert (made.json()["score"], items(client, "identity/names")) == (pair["score"], [])


def test_a_name_is_merged_with_an_entity_until_that_is_taken_back(client: TestClient) -> None:
    opinion = {"kind": "entities", "one": "org/popular-mobilisation-forces", "other": "org/kataib-hezbollah"}
    made = client.post("/v1/identity/judgements", json={**OPINION, **opinion, "verdict": "same"})
    assert (made.status_code, made.json()["kept"]) == (201, "org/kataib-hezbollah")
    found = items(client, "entities?q=Popular%20Mobilisation%20Forces")
    assert [entity["id"] for entity in found] == ["org/kataib-hezbollah"]
    client.delete(f"/v1/identity/judgements/{made.json()['id']}")
    found = items(client, "entities?q=Popular%20Mobilisation%20Forces")
    assert [entity["id"] for entity in found] == ["org/popular-mobilisation-forces"]
