"""What can be asked of the API, on a graph of two stories."""

from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from tests.stories import ODD, ROCKETS


def get(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(page: dict[str, Any]) -> list[str]:
    return [item["id"] for item in page["items"]]


@pytest.fixture(scope="module")
def raid(client: TestClient) -> str:
    [incident] = get(client, "/v1/incidents", actor="USA")["items"]
    return str(incident["id"])


@pytest.fixture(scope="module")
def attack(client: TestClient) -> str:
    [incident] = get(client, "/v1/incidents", actor="org/kataib-hezbollah")["items"]
    return str(incident["id"])


@pytest.mark.parametrize("name", ["Kata'ib Hezbollah", "kataib hezbollah", "Kataib Hezbolah", "KATAIB"])
def test_an_entity_is_found_by_any_spelling(client: TestClient, name: str) -> None:
    assert "org/kataib-hezbollah" in ids(get(client, "/v1/entities", q=name))


def test_entities_are_listed_by_id(client: TestClient) -> None:
    listed = ids(get(client, "/v1/entities"))
    assert listed == ["org/kataib-hezbollah", "place/kirkuk", "state/IRN", "state/IRQ", "state/USA"]


def test_entities_can_be_of_one_type(client: TestClient) -> None:
    assert ids(get(client, "/v1/entities", type="Place")) == ["place/kirkuk"]


@pytest.mark.parametrize("code", ["IRQ", "irq", "IQ"])
def test_entities_can_be_of_one_country(client: TestClient, code: str) -> None:
    assert ids(get(client, "/v1/entities", country=code)) == ["org/kataib-hezbollah", "place/kirkuk", "state/IRQ"]


def test_pages_follow_one_another_without_gap_or_overlap(client: TestClient) -> None:
    page = get(client, "/v1/entities", limit=2)
    seen = ids(page)
    while page["next"]:
        page = get(client, "/v1/entities", limit=2, after=page["next"])
        seen += ids(page)
    assert seen == ids(get(client, "/v1/entities"))


@pytest.mark.parametrize("id", ["org/kataib-hezbollah", "org%2Fkataib-hezbollah"])
def test_an_entity_answers_to_its_id_plain_or_encoded(client: TestClient, id: str) -> None:
    assert get(client, f"/v1/entities/{id}")["name"] == "Kata'ib Hezbollah"


def test_an_entity_says_what_it_is_connected_to(client: TestClient) -> None:
    relations = get(client, "/v1/entities/org/kataib-hezbollah")["relations"]
    assert ("backed-by", "state/IRN") in {(one["predicate"], one["object"]["id"]) for one in relations}


def test_incidents_come_latest_first(client: TestClient, raid: str, attack: str) -> None:
    assert ids(get(client, "/v1/incidents")) == [raid, attack]


@pytest.mark.parametrize(
    "query",
    [
        {"target": "org/kataib-hezbollah"},
        {"actor": "US", "place": "IRQ"},
        {"since": "2019-12-28"},
        {"actor": "state/USA", "type": "ASSAULT", "until": "2019-12-31"},
    ],
    ids=str,
)
def test_incidents_can_be_narrowed_down(client: TestClient, raid: str, query: dict[str, str]) -> None:
    assert ids(get(client, "/v1/incidents", **query)) == [raid]


def test_a_place_has_what_happened_in_places_within_it(client: TestClient, attack: str) -> None:
    assert attack in ids(get(client, "/v1/incidents", place="IQ"))


def test_an_incident_shows_every_report_of_it(client: TestClient, attack: str) -> None:
    told = get(client, f"/v1/incidents/{attack}")["told"]
    assert [report["document"] for report in told] == [ODD, "strikes"]


def test_a_chain_of_retaliation_goes_both_ways(client: TestClient, raid: str, attack: str) -> None:
    back = get(client, f"/v1/incidents/{raid}/retaliation")
    forth = get(client, f"/v1/incidents/{quote(attack, safe='')}/retaliation")
    assert [one["incident"]["id"] for one in back["answers"]] == [attack]
    assert [one["incident"]["id"] for one in forth["answered_by"]] == [raid]


@pytest.mark.parametrize("id", ["org/kataib-hezbollah", "org%2Fkataib-hezbollah"])
def test_an_actor_has_backers(client: TestClient, id: str) -> None:
    found = get(client, f"/v1/actors/{id}/backers")["found"]
    assert [one["actor"]["id"] for one in found] == ["state/IRN"]


@pytest.mark.parametrize("id", ["state/IRN", "IRN", "ir"])
def test_a_state_has_proxies_by_id_or_code(client: TestClient, id: str) -> None:
    found = get(client, f"/v1/actors/{id}/proxies", depth=2)["found"]
    assert [one["actor"]["id"] for one in found] == ["org/kataib-hezbollah"]


@pytest.mark.parametrize(("source", "target"), [("IRN", "USA"), ("IR", "US"), ("state/IRN", "state/USA")])
def test_a_proxy_path_leads_from_state_to_state(client: TestClient, source: str, target: str) -> None:
    paths = get(client, "/v1/paths/proxy", **{"from": source, "to": target})["paths"]
    assert len(paths) == 2
    assert all({"state/IRN", "state/USA"} <= ends(path) for path in paths)


def ends(path: dict[str, Any]) -> set[str]:
    return {hop[end]["id"] for hop in path["hops"] for end in ("source", "target")}


def test_every_hop_of_a_path_has_the_sentence_that_says_so(client: TestClient) -> None:
    paths = get(client, "/v1/paths/proxy", **{"from": "IRN", "to": "USA"})["paths"]
    assert all(quoted["sentence"] for path in paths for hop in path["hops"] for quoted in hop["evidence"])
    [backing] = [hop for hop in paths[0]["hops"] if hop["relation"] == "backed-by"]
    assert [quoted["sentence"] for quoted in backing["evidence"]] == ["Iran arms Kataib Hezbollah."]


def test_a_document_answers_to_an_id_full_of_marks(client: TestClient) -> None:
    assert get(client, f"/v1/documents/{quote(ODD, safe='')}")["id"] == ODD


def test_a_claim_quotes_its_sentence_with_its_place_in_the_text(client: TestClient) -> None:
    stated = get(client, f"/v1/documents/{quote(ODD)}")["stated"]
    claim = get(client, f"/v1/claims/{quote(stated[0]['id'])}")
    [quoted] = claim["evidence"]
    assert ROCKETS[quoted["start"] : quoted["end"]] == quoted["sentence"]


def test_a_denial_stands_with_who_denies(client: TestClient) -> None:
    stated = get(client, "/v1/documents/strikes")["stated"]
    denials = [claim for claim in stated if claim["polarity"] == "denied"]
    assert [claim["attributed_to"]["id"] for claim in denials] == ["state/IRN"]


def test_documents_are_listed_by_id(client: TestClient) -> None:
    assert ids(get(client, "/v1/documents")) == ["strikes", ODD]
