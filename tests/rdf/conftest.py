"""A graph of two stories, and exports of it."""

import io
from collections.abc import Iterator, Mapping

import neo4j
import pytest
from tests.conftest import WIPE
from tests.stories import rockets, strikes

from casus import rdf
from casus.graph import Graph
from casus.rdf.names import Names
from casus.settings import Settings

BASE = "https://example.org/id/"
NAMES = Names(BASE)


@pytest.fixture
def graph(graph_settings: Settings) -> Iterator[Graph]:
    """A graph with nothing in it but its schema."""
    with Graph.open(graph_settings) as graph:
        yield graph


@pytest.fixture
def told(graph: Graph) -> Graph:
    """A graph of both stories."""
    graph.load([rockets(), strikes()])
    return graph


@pytest.fixture(scope="session")
def exports(server_settings: Settings, session_driver: neo4j.Driver) -> Mapping[str, bytes]:
    """Exports of both stories, by format; `reified` is TriG with reifiers."""
    session_driver.execute_query(WIPE, database_="neo4j")
    with Graph.open(server_settings) as graph:
        graph.load([rockets(), strikes()])
        return {form: exported(graph, form) for form in rdf.Format} | {"reified": exported(graph, reified=True)}


def exported(graph: Graph, form: rdf.Format = rdf.Format.TRIG, *, reified: bool = False) -> bytes:
    """Return an export's bytes."""
    stream = io.BytesIO()
    rdf.export(graph, stream, form, base_iri=BASE, reified=reified)
    return stream.getvalue()
