"""The graph's schema is applied once, in order, and recorded in the graph."""

from collections.abc import Iterator

import neo4j
import pytest
from tests.graph.conftest import rows

from casus.errors import NewerData
from casus.graph import Graph, schema, statements
from casus.settings import Settings


@pytest.fixture
def session(bare_driver: neo4j.Driver) -> Iterator[neo4j.Session]:
    with bare_driver.session(database="neo4j") as session:
        yield session


def test_a_bare_graph_gets_every_statement_in_order(session: neo4j.Session) -> None:
    assert schema.ensure(session) == statements.names("schema")


def test_a_second_time_nothing_is_applied(session: neo4j.Session) -> None:
    schema.ensure(session)
    assert schema.ensure(session) == []


def test_what_a_killed_process_left_out_is_applied_later(session: neo4j.Session) -> None:
    schema.ensure(session)
    session.run("MATCH (g:Casus) SET g.schema = 10").consume()
    assert schema.ensure(session) == statements.names("schema")[10:]


def test_two_entities_cannot_have_one_id(session: neo4j.Session) -> None:
    schema.ensure(session)
    session.run("CREATE (:Entity {id: 'state/IRN'})").consume()
    with pytest.raises(neo4j.exceptions.ConstraintError):
        session.run("CREATE (:Entity {id: 'state/IRN'})").consume()


@pytest.fixture
def newer(graph: Graph) -> Iterator[Graph]:
    """A graph that says that a newer Casus made it; the note is put right for the tests that follow."""
    [before] = rows(graph, "MATCH (g:Casus) RETURN g.schema AS schema, g.version AS version")
    rows(graph, "MATCH (g:Casus) SET g.schema = 99, g.version = '9.0'")
    yield graph
    rows(graph, f"MATCH (g:Casus) SET g.schema = {before['schema']}, g.version = '{before['version']}'")


def test_a_graph_of_a_newer_version_is_refused_and_left_alone(newer: Graph, graph_settings: Settings) -> None:
    with pytest.raises(NewerData, match=r"Casus 9\.0.*CASUS_NEO4J_URI"), Graph.open(graph_settings):
        pass
    assert rows(newer, "MATCH (g:Casus) RETURN g.schema AS schema") == [{"schema": 99}]
