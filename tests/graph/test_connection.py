import socket
from pathlib import Path
from typing import Any

import neo4j
import pytest
from pydantic import SecretStr

from casus.errors import BadInput, GraphAway, TimedOut, Unreadable, WrongPassword
from casus.graph.connection import describe, open_driver, translated
from casus.graph.embedded.jars import VERSION
from casus.settings import Settings


def settings_for(uri: str, **more: Any) -> Settings:
    return Settings(_env_file=None, neo4j_uri=uri, neo4j_user="neo4j", **more)


@pytest.fixture
def there(server_settings: Settings, driver: neo4j.Driver) -> Settings:
    """Settings that name the session's server by its URI, with a password that is not its own."""
    uri = server_settings.neo4j_uri or describe(server_settings).uri
    assert uri
    return settings_for(uri, neo4j_password=SecretStr("not this one"))


@pytest.fixture
def nowhere() -> Settings:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        return settings_for(f"bolt://127.0.0.1:{closed.getsockname()[1]}", neo4j_password=SecretStr("any"))


def ask(settings: Settings) -> None:
    with translated(settings), open_driver(settings) as driver:
        driver.execute_query("RETURN 1", database_="neo4j")


def test_a_server_that_is_away_is_named_with_how_to_start_it(nowhere: Settings) -> None:
    with pytest.raises(GraphAway, match=rf"{nowhere.neo4j_uri} is away.*docker compose up"):
        ask(nowhere)


def test_a_wrong_password_names_the_settings_that_hold_it(there: Settings) -> None:
    with pytest.raises(WrongPassword, match="CASUS_NEO4J_USER and CASUS_NEO4J_PASSWORD or CASUS_NEO4J_PASSWORD_FILE"):
        ask(there)


def test_a_password_from_a_file_is_the_files_one_line(there: Settings, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("not this one either\n")
    with pytest.raises(WrongPassword):
        ask(settings_for(there.neo4j_uri or "", neo4j_password_file=tmp_path / "password"))


def test_a_password_file_that_is_not_there_is_named(nowhere: Settings, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=f"CASUS_NEO4J_PASSWORD_FILE.*{tmp_path / 'none'}"):
        ask(settings_for(nowhere.neo4j_uri or "", neo4j_password_file=tmp_path / "none"))


@pytest.mark.parametrize("uri", ["localhost:7687", "http://localhost:7474", "bolt://localhost:none"])
def test_what_is_no_address_is_refused_before_anything_is_asked(uri: str) -> None:
    with pytest.raises(BadInput, match=f"CASUS_NEO4J_URI: '{uri}'"):
        open_driver(settings_for(uri))


def test_a_query_past_its_time_names_the_limit(graph_settings: Settings, driver: neo4j.Driver) -> None:
    endless = neo4j.Query("UNWIND range(1, 1000000000) AS n RETURN sum(n)", timeout=0.1)
    with pytest.raises(TimedOut, match="CASUS_QUERY_TIME"), translated(graph_settings), driver.session() as session:
        session.run(endless).consume()


def test_a_fault_of_ours_passes_as_it_is(graph_settings: Settings, driver: neo4j.Driver) -> None:
    with pytest.raises(neo4j.exceptions.CypherSyntaxError), translated(graph_settings):
        driver.execute_query("RETRUN 1", database_="neo4j")


def test_the_description_gives_address_and_version(server_settings: Settings, driver: neo4j.Driver) -> None:
    described = describe(server_settings)
    assert (described.state, described.version) == ("running", VERSION)
    assert described.embedded == (server_settings.neo4j_uri is None)


def test_the_description_of_a_server_that_is_away_says_so(nowhere: Settings) -> None:
    assert "is away" in describe(nowhere).state


def test_describing_the_embedded_server_starts_nothing(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, neo4j_uri=None, data_dir=tmp_path)
    assert describe(settings).state == "stopped"
    assert not (tmp_path / "neo4j").exists()
