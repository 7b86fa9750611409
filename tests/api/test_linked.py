"""Linked data and SPARQL over REST."""

from http import HTTPStatus
from urllib.parse import quote

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from starlette.testclient import TestClient
from tests.stories import ODD

from casus.api.app import create_app
from casus.api.negotiation import wanted
from casus.graph import Graph
from casus.graph.clusters import Verdict
from casus.rdf.vocabulary import CASUS, DCAT, TYPE, VOID
from casus.settings import Settings


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        ("text/turtle", "/data/state/IRN.ttl"),
        ("application/ld+json;q=0.9, text/turtle;q=0.2", "/data/state/IRN.jsonld"),
        ("application/json", "/v1/entities/state/IRN"),
    ],
)
def test_an_iri_leads_to_what_the_client_wants(client: TestClient, accept: str, place: str) -> None:
    answer = client.get("/id/state/IRN", headers={"Accept": accept}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"], answer.headers["vary"]) == (303, place, "Accept")
    assert client.get(place).status_code == HTTPStatus.OK


def test_a_browser_is_led_to_a_page(client: TestClient) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    answer = client.get("/id/state/IRN", headers={"Accept": accept}, follow_redirects=False)
    assert (answer.status_code, client.get(answer.headers["location"]).status_code) == (303, HTTPStatus.OK)


@pytest.mark.parametrize("id", [f"document/{ODD}", f"claim/{ODD}/c1", f"report/{ODD}/i1", "place/kirkuk", "dataset"])
def test_every_kind_of_thing_has_json(client: TestClient, id: str) -> None:
    assert client.get(f"/id/{quote(id)}", headers={"Accept": "application/json"}).status_code == HTTPStatus.OK


def test_a_name_that_was_merged_leads_to_whom_it_is_of(client: TestClient, told: Settings) -> None:
    with Graph.open(told) as graph:
        judged = graph.judge_names("place/kirkuk", "state/IRQ", Verdict.SAME, by="a test")
        answer = client.get("/id/place/kirkuk", follow_redirects=False)
        graph.undo(judged.id)
    assert (answer.status_code, answer.headers["location"]) == (HTTPStatus.PERMANENT_REDIRECT, "/id/state/IRQ")


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [("/id/state/IRN", "image/png", 406), ("/id/state/XXX", "text/turtle", 404), ("/ontology", "image/png", 406)],
)
def test_what_is_not_there_is_a_problem(client: TestClient, path: str, accept: str, status: int) -> None:
    answer = client.get(path, headers={"Accept": accept}, follow_redirects=False)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize(
    "id", ["org/kataib-hezbollah", f"document/{ODD}", f"claim/{ODD}/c1", f"report/{ODD}/i1", "place/kirkuk"]
)
@pytest.mark.parametrize("ending", ["ttl", "jsonld"])
def test_a_thing_is_described(client: TestClient, told: Settings, id: str, ending: str) -> None:
    answer = client.get(f"/data/{quote(id)}.{ending}")
    syntax = RdfFormat.from_extension(ending)
    assert syntax
    said = {quad.subject for quad in parse(answer.content, format=syntax) if quad.predicate == TYPE}
    assert NamedNode(told.base_iri + quote(id)) in said


def test_the_data_set_describes_itself(client: TestClient, told: Settings) -> None:
    quads = list(parse(client.get("/.well-known/void").content, format=RdfFormat.TURTLE))
    data = NamedNode(f"{told.base_iri}dataset")
    assert {DCAT["Dataset"], VOID["Dataset"]} == {q.object for q in quads if q.subject == data and q.predicate == TYPE}
    claims = NamedNode(f"{data.value}#Claim")
    assert [str(q.object.value) for q in quads if q.subject == claims and q.predicate == VOID["entities"]] == ["11"]
    assert sum(quad.predicate == DCAT["downloadURL"] for quad in quads) == 5


@pytest.mark.parametrize(("accept", "syntax"), [("text/turtle", "ttl"), ("application/ld+json", "jsonld")])
def test_the_ontology_leads_to_its_files(client: TestClient, accept: str, syntax: str) -> None:
    answer = client.get("/ontology", headers={"Accept": accept})
    found = RdfFormat.from_extension(syntax)
    assert found
    assert CASUS["backedBy"] in {quad.subject for quad in parse(answer.content, format=found)}


ASK = "PREFIX casus: <https://w3id.org/casus/ontology#> "


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_question_is_answered(client: TestClient, method: str) -> None:
    query = ASK + "SELECT ?backer WHERE { ?actor casus:backedBy ?backer }"
    sent = {"params": {"query": query}} if method == "GET" else {"data": {"query": query}}
    answer = client.request(method, "/sparql", headers={"Accept": "application/sparql-results+json"}, **sent)  # type: ignore[arg-type]
    assert [row["backer"]["value"] for row in answer.json()["results"]["bindings"]] == [
        "https://w3id.org/casus/id/state/IRN"
    ]


def test_triples_are_asked_for_as_turtle(client: TestClient) -> None:
    query = ASK + "CONSTRUCT { ?b casus:backs ?a } WHERE { ?a casus:backedBy ?b }"
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": "text/turtle"})
    assert len(list(parse(answer.content, format=RdfFormat.TURTLE))) == 1


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT * WHERE { SERVICE <https://elsewhere.example/> { ?s ?p ?o } }", "SERVICE is not answered"),
        ("SELECT * { service silent <https://elsewhere.example/> { ?s ?p ?o } }", "SERVICE is not answered"),
        ("LOAD <https://elsewhere.example/data.ttl>", "query:"),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", "query:"),
        ("SELECT ?s WHERE { ?s ?p }", "query:"),
    ],
)
def test_what_does_not_only_read_is_refused(client: TestClient, query: str, reason: str) -> None:
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == 422
    assert reason in answer.json()["detail"]


def test_the_word_service_in_a_text_or_a_name_is_no_service(client: TestClient) -> None:
    query = 'SELECT ?service { ?service ?p "SERVICE" . FILTER(?p != <a:SERVICE>) } # SERVICE'
    assert client.get("/sparql", params={"query": query}).status_code == HTTPStatus.OK


def test_a_question_that_takes_too_long_is_ended(told: Settings) -> None:
    hurried = told.model_copy(update={"query_time": 2.0})
    many = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"
    with TestClient(create_app(hurried), raise_server_exceptions=False) as client:
        answer = client.get("/sparql", params={"query": f"SELECT (COUNT(*) AS ?n) {{ {many} }}"})
    assert (answer.status_code, "2 s" in answer.json()["detail"]) == (504, True)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [(None, "a/b"), ("*/*", "a/b"), ("c/*", "c/d"), ("a/b;q=0, */*;q=0.1", "c/d"), ("c/d, a/b;q=0.9", "c/d")],
)
def test_the_heaviest_of_what_is_offered_is_chosen(accept: str | None, chosen: str) -> None:
    assert wanted(accept, ("a/b", "c/d")) == chosen
