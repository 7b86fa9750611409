"""One Neo4j for the whole session, a clean graph for each test.

CASUS_TEST_NEO4J=docker takes testcontainers' Neo4j instead of the embedded one, CASUS_TEST_NEO4J_URI (with
CASUS_TEST_NEO4J_PASSWORD) a server that is there, whose data is deleted.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from pydantic import SecretStr

from casus.graph.connection import open_driver
from casus.graph.embedded import server
from casus.graph.embedded.jars import VERSION
from casus.settings import Settings

WIPE = "MATCH (n) WHERE NOT n:Casus DETACH DELETE n"
"""The note of the schema stays with the constraints and indexes: to apply them takes longer than most tests."""
PATIENT = 300.0
"""Seconds a query may take: Neo4j plans a statement when it first sees it, which takes long on a busy machine."""


@pytest.fixture(scope="session")
def server_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings that lead to a Neo4j that runs for the whole session, and to keys of the session's own."""
    keys = tmp_path_factory.mktemp("keys") / "keys.jsonl"
    for settings in _servers(tmp_path_factory):
        yield settings.model_copy(update={"keys_file": keys})


def _servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    if uri := os.environ.get("CASUS_TEST_NEO4J_URI"):
        yield _settings(uri, os.environ.get("CASUS_TEST_NEO4J_PASSWORD", ""))
    elif os.environ.get("CASUS_TEST_NEO4J") == "docker":
        yield from _in_docker()
    else:
        yield from _embedded(tmp_path_factory.mktemp("neo4j"))


@pytest.fixture(scope="session")
def session_driver(server_settings: Settings) -> Iterator[neo4j.Driver]:
    """A driver to that Neo4j; tests take `driver`."""
    with open_driver(server_settings) as driver:
        yield driver


@pytest.fixture
def driver(session_driver: neo4j.Driver) -> neo4j.Driver:
    """A driver to a graph without a node but the schema's note, and with the constraints and indexes it speaks of."""
    session_driver.execute_query(WIPE, database_="neo4j")
    return session_driver


@pytest.fixture
def graph_settings(server_settings: Settings, driver: neo4j.Driver) -> Settings:
    """Settings that lead to a graph without a node."""
    return server_settings


@pytest.fixture
def bare_driver(driver: neo4j.Driver) -> neo4j.Driver:
    """A driver to a graph without a node, a constraint or an index."""
    driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    for kind, kinds in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
        shown, _, _ = driver.execute_query(f"SHOW {kinds} YIELD name, type WHERE type <> 'LOOKUP'", database_="neo4j")
        for row in shown:
            driver.execute_query(f"DROP {kind} `{row['name']}`", database_="neo4j")
    return driver


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system on which a few bytes have room."""
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", tmp_path], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("only root can mount the small file system that this needs")
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


def _settings(uri: str, password: str) -> Settings:
    return Settings(
        _env_file=None, neo4j_uri=uri, neo4j_user="neo4j", neo4j_password=SecretStr(password), query_time=PATIENT
    )


def _embedded(data_dir: Path) -> Iterator[Settings]:
    settings = Settings(_env_file=None, neo4j_uri=None, data_dir=data_dir, server_start=300, query_time=PATIENT)
    yield settings
    server.stop(settings)


def _in_docker() -> Iterator[Settings]:
    if not shutil.which("docker") or subprocess.run(["docker", "info"], capture_output=True, check=False).returncode:
        pytest.skip("CASUS_TEST_NEO4J=docker, but no Docker engine answers here")
    from testcontainers.community.neo4j import Neo4jContainer  # noqa: PLC0415

    with Neo4jContainer(f"neo4j:{VERSION}-community") as container:
        yield _settings(container.get_connection_url(), container.password)
