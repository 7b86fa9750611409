"""Answers and collections in the formats of other tools can be read by those tools."""

import csv
import io
import sys
from pathlib import Path

import networkx as nx
import pytest

from casus.errors import BadInput
from casus.formats import COLLECTIONS, data_frame, feature_collection, graph_network, network, networks, tables
from casus.formats.places import Places
from casus.graph import Graph, queries
from casus.graph.answers import ProxyPaths
from casus.knowledge import Knowledge

GROUP = "org/kataib-hezbollah"


@pytest.fixture(scope="module")
def paths(told: Graph) -> ProxyPaths:
    return told.ask(queries.proxy_paths("IRN", "USA"))


def test_a_path_is_a_network_of_its_hops(paths: ProxyPaths) -> None:
    found = network(paths)
    assert set(found) == {"state/IRN", "state/USA", GROUP, *(path.incident.id for path in paths.paths)}
    edge = found.edges[GROUP, "state/IRN", "backed-by"]
    assert (edge["confidence"], edge["sentence"]) == (0.36, "Iran arms Kataib Hezbollah.")


def test_graphml_reads_back_as_the_same_network(paths: ProxyPaths) -> None:
    found = network(paths)
    read = nx.parse_graphml("".join(networks.graphml(found)), force_multigraph=True)
    assert dict(read.nodes(data=True)) == dict(found.nodes(data=True))
    assert read.number_of_edges() == found.number_of_edges()


def test_gexf_reads_back_with_the_same_nodes(paths: ProxyPaths) -> None:
    found = network(paths)
    read = nx.read_gexf(io.BytesIO("".join(networks.gexf(found)).encode()))
    assert set(read) == set(found)


def test_dot_quotes_whatever_a_name_holds(paths: ProxyPaths) -> None:
    found = network(paths)
    found.add_node("org/a:b", label='a "quoted" \\ name', kind="Organisation")
    drawn = "".join(networks.dot(found))
    assert drawn.count(" -> ") == found.number_of_edges()
    assert r'[label="a \"quoted\" \\ name" fillcolor="#f28e2b" id="org/a:b"]' in drawn


def test_a_map_has_incidents_where_they_were(paths: ProxyPaths) -> None:
    features = feature_collection(paths, Places(Knowledge.load).where)["features"]
    rockets = next(one for one in features if one["properties"]["name"] == "Rockets")
    longitude, latitude = rockets["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (44, 35)


def test_what_lies_nowhere_has_no_geometry(paths: ProxyPaths) -> None:
    features = feature_collection(paths, lambda _: None)["features"]
    assert [one["geometry"] for one in features] == [None] * len(paths.paths)


def test_the_whole_graph_is_a_network(told: Graph) -> None:
    found = graph_network(told)
    assert found.nodes["place/kirkuk"] == {"label": "Kirkuk", "kind": "Place", "country": "IRQ"}
    assert found.has_edge("place/kirkuk", "state/IRQ", "located-in")


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_collection_is_the_same_in_csv_and_parquet(told: Graph, tmp_path: Path, name: str) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (casus[bulk])")
    collection = COLLECTIONS[name]
    with (tmp_path / "a.csv").open("wb") as out:
        tables.write_csv(collection.items(told), collection.model, out)
    with (tmp_path / "a.parquet").open("wb") as out:
        tables.write_parquet(collection.items(told), collection.model, out)
    rows = list(csv.DictReader((tmp_path / "a.csv").open(encoding="utf-8", newline="")))
    table = pq.read_table(tmp_path / "a.parquet")
    assert list(rows[0]) == table.column_names
    assert len(rows) == table.num_rows == len(list(collection.items(told)))
    assert [row[table.column_names[0]] for row in rows] == table.column(0).to_pylist()


@pytest.mark.parametrize("name", COLLECTIONS)
def test_columns_have_names_that_stata_takes(name: str) -> None:
    names = [column.name for column in tables.columns(COLLECTIONS[name].model)]
    assert len(set(names)) == len(names)
    assert all(len(one) <= 32 and one.isidentifier() for one in names)


def test_a_data_frame_has_a_row_for_every_item(told: Graph) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed (casus[bulk])")
    frame = data_frame(told, "relations")
    backing = frame[frame["predicate"] == "backed-by"]
    assert list(backing["object_id"]) == ["state/IRN"]


def test_without_the_optional_libraries_it_is_said_what_to_install(
    told: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(BadInput, match=r"pip install 'casus\[bulk\]'"):
        data_frame(told, "claims")


def test_an_unknown_collection_is_refused_with_those_there_are(told: Graph) -> None:
    with pytest.raises(BadInput, match="documents, entities, incidents"):
        data_frame(told, "people")
