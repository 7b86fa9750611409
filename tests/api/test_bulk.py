"""Collections as a whole, in every format, and answers as maps and networks."""

import csv
import io
import json
from typing import Any

import networkx as nx
import pytest
from starlette.testclient import TestClient

from casus.errors import GraphAway
from casus.formats import COLLECTIONS
from casus.formats.lines import lines
from casus.graph import answers

PATH = {"from": "IRN", "to": "USA"}


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_collection_comes_as_lines_and_as_a_table(client: TestClient, name: str) -> None:
    sent = client.get(f"/v1/bulk/{name}")
    assert sent.headers["content-type"] == "application/x-ndjson"
    items = [json.loads(line) for line in sent.text.splitlines()]
    table = client.get(f"/v1/bulk/{name}", params={"format": "csv"})
    assert len(list(csv.DictReader(io.StringIO(table.text)))) == len(items) > 0


def test_a_collection_comes_as_parquet(client: TestClient) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (casus[bulk])")
    sent = client.get("/v1/bulk/relations", params={"format": "parquet"})
    assert pq.read_table(io.BytesIO(sent.content)).num_rows == len(client.get("/v1/bulk/relations").text.splitlines())


def test_the_whole_graph_comes_as_a_network(client: TestClient) -> None:
    found = nx.parse_graphml(client.get("/v1/bulk/network").text, force_multigraph=True)
    assert found.has_edge("org/kataib-hezbollah", "state/IRN")


@pytest.mark.parametrize(
    ("form", "media", "begins"),
    [
        ("geojson", "application/geo+json", '{"type":"FeatureCollection"'),
        ("graphml", "application/graphml+xml", "<graphml"),
        ("gexf", "application/gexf+xml", "<gexf"),
        ("dot", "text/vnd.graphviz", "digraph"),
    ],
)
@pytest.mark.parametrize("path", ["/v1/paths/proxy?from=IRN&to=USA", "/v1/entities/state/IRN/neighbourhood"])
def test_an_answer_comes_in_other_formats(client: TestClient, path: str, form: str, media: str, begins: str) -> None:
    sent = client.get(f"{path}{'&' if '?' in path else '?'}format={form}")
    assert sent.headers["content-type"].startswith(media)
    assert sent.text.startswith(begins)


def test_incidents_come_as_a_map(client: TestClient) -> None:
    features = client.get("/v1/incidents", params={"format": "geojson"}).json()["features"]
    assert all(one["geometry"]["type"] == "Point" for one in features)


def broken(paged: Any) -> Any:
    yield answers.Document(id="a", entities=0, reports=0, claims=0)
    raise GraphAway("no Neo4j answers")


def test_a_stream_that_fails_ends_with_an_error_record() -> None:
    class Failing:
        each = staticmethod(broken)

    first, last = lines(Failing(), COLLECTIONS["documents"])  # type: ignore[arg-type]
    assert json.loads(first)["id"] == "a"
    assert json.loads(last) == {"error": {"kind": "GraphAway", "detail": "no Neo4j answers"}}


def test_an_answer_that_the_client_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/v1/entities")
    again = client.get("/v1/entities", headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/v1/entities?limit=1").headers["etag"] != first.headers["etag"]
