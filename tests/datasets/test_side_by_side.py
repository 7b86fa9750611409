"""What texts say and what data sets say stand side by side on an edge, and either can be asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import WIPE
from tests.rdf.conftest import exported
from tests.stories import rockets

from casus import rdf
from casus.datasets import Importing
from casus.errors import CasusError
from casus.graph import Graph, queries
from casus.knowledge import Knowledge
from casus.records import DocumentKind
from casus.settings import Settings

ESD = "year,actor_name,actor_nonstate,ext_name,ext_sup,ext_w,ext_w_s,ext_w_ns\n2015,Kata'ib Hezbollah,1,{},1,1,1,0\n"
GED = (
    "id,type_of_violence,side_a,side_b,where_coordinates,latitude,longitude,country,date_start,date_end,best,high,low\n"
    "11,1,Government of Iraq,IS,Nowhere village,35.5,44.25,Iraq,2016-03-01,2016-03-02,9,12,9\n"
)
EDGE = """
MATCH (:Entity {id: "org/kataib-hezbollah"})-[r:BACKED_BY]->(b) RETURN b.id AS backer, r.kinds AS kinds ORDER BY backer
"""


@pytest.fixture
def graph(graph_settings: Settings, tmp_path: Path) -> Iterator[Graph]:
    """A graph of a text and of rows about the same group."""
    esd, ged = tmp_path / "esd.csv", tmp_path / "ged.csv"
    esd.write_text(ESD.format('"Government of Iran, Government of Syria"'))
    ged.write_text(GED)
    knowledge, left_out = Knowledge.load(), list[CasusError]()
    with Graph.open(graph_settings) as graph:
        graph.load([rockets()])
        for name, path in (("ucdp-esd", esd), ("ucdp-ged", ged)):
            graph.load(Importing.of(name, knowledge).records(path, left_out.append))
        assert not left_out
        yield graph


def test_an_edge_says_which_kinds_of_document_assert_it(graph: Graph) -> None:
    rows = graph.driver.execute_query(EDGE, database_="neo4j").records
    assert [(row["backer"], row["kinds"]) for row in rows] == [
        ("state/IRN", ["dataset", "text"]),
        ("state/SYR", ["dataset"]),
    ]


def test_claims_can_be_asked_for_by_kind(graph: Graph) -> None:
    def documents(kind: DocumentKind | None) -> int:
        asked = queries.claims(subject="org/kataib-hezbollah", object="state/IRN", kind=kind)
        return len(graph.ask(asked).items)

    assert [documents(kind) for kind in (None, DocumentKind.TEXT, DocumentKind.DATASET)] == [2, 1, 1]


def test_kind_and_point_come_back_with_an_export(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "export.trig"
    path.write_bytes(exported(graph))
    assert b"POINT (44.25 35.5)" in path.read_bytes()
    graph.driver.execute_query(WIPE, database_="neo4j")
    with Graph.open(graph.settings):
        rdf.restore(graph, path, base_iri="https://example.org/id/")
    assert exported(graph) == path.read_bytes()
