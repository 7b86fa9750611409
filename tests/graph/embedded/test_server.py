"""The embedded server's life: every test that ends one has a data folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest

from casus.errors import GraphAway, NewerData, ServerFailed, WrongPassword
from casus.graph.connection import open_driver, translated
from casus.graph.embedded import server
from casus.graph.embedded.folder import data_folder
from casus.graph.embedded.locks import Lock
from casus.graph.embedded.note import Note, read_note
from casus.graph.embedded.port import free_port
from casus.graph.embedded.process import running
from casus.settings import Settings

USER = """
import sys
from pathlib import Path
from casus.graph.embedded import server
from casus.settings import Settings
attached = server.attach_or_start(Settings(_env_file=None, neo4j_uri=None, data_dir=Path(sys.argv[1]), server_idle=2,
                                            server_start=300))
print(attached.note.pid, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a data folder where no server ran yet; one that is started ends soon after its last user."""
    return Settings(_env_file=None, neo4j_uri=None, data_dir=tmp_path, server_idle=2, server_start=300)


@pytest.fixture
def embedded(server_settings: Settings, driver: neo4j.Driver) -> Settings:
    """Settings of the session's server, which runs."""
    if server_settings.neo4j_uri:
        pytest.skip("the session's Neo4j is not the embedded one")
    return server_settings


def note_of(settings: Settings) -> Note:
    note = read_note(data_folder(settings).note)
    assert note
    return note


def wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.1)
    pytest.fail("a minute has gone by")


@dataclass
class Killed:
    """A server killed by force after one node was stored: how it looked then, and what a query got for an answer."""

    settings: Settings
    state: str
    answer: str


@dataclass
class Restarted:
    """The same server, wanted by two processes at once while its port was taken; they use it until they are killed."""

    settings: Settings
    users: list[subprocess.Popen[str]]
    pids: set[int]
    taken: int


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killed]:
    data_dir = tmp_path_factory.mktemp("killed")
    settings = Settings(_env_file=None, neo4j_uri=None, data_dir=data_dir, server_idle=2, server_start=300)
    answer = answer_of_a_killed_server(settings)
    yield Killed(settings, server.state(settings)[0], answer)
    server.stop(settings)


@pytest.fixture(scope="module")
def restarted(killed: Killed) -> Iterator[Restarted]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        note_of(killed.settings).with_(port=taken).write(data_folder(killed.settings).note)
        users = [a_user(killed.settings) for _ in range(2)]
        yield Restarted(killed.settings, users, {int(line_of(user)) for user in users}, taken)
    for user in users:
        user.kill()
        user.communicate()


def answer_of_a_killed_server(settings: Settings) -> str:
    """Start the server, store a node, kill the server by force, and return what a query gets for an answer."""
    with open_driver(settings) as driver:
        driver.execute_query("CREATE (:Thing)", database_="neo4j")
        os.kill(note_of(settings).pid or 0, signal.SIGKILL)
        with pytest.raises(GraphAway) as answer, translated(settings):
            driver.execute_query("RETURN 1", database_="neo4j")
        return str(answer.value)


def a_user(settings: Settings) -> subprocess.Popen[str]:
    """Start another process that uses the server: it prints the server's process and stays until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", USER, str(settings.data_dir)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline()


def test_a_second_user_attaches_to_the_server_that_runs(embedded: Settings) -> None:
    attached = server.attach_or_start(embedded)
    attached.lease.close()
    assert attached.note.pid == note_of(embedded).pid
    assert server.state(embedded)[0] == "running"


def test_the_note_and_its_password_are_for_the_owner_only(embedded: Settings) -> None:
    assert data_folder(embedded).note.stat().st_mode & 0o777 == 0o600


def test_the_password_is_not_shown_with_the_note(embedded: Settings) -> None:
    assert note_of(embedded).password not in repr(note_of(embedded))


def test_the_default_password_opens_nothing(embedded: Settings) -> None:
    with (
        pytest.raises(neo4j.exceptions.AuthError),
        neo4j.GraphDatabase.driver(note_of(embedded).uri, auth=("neo4j", "neo4j")) as driver,
    ):
        driver.verify_connectivity()


def test_the_server_listens_on_loopback_only(embedded: Settings) -> None:
    process = running(note_of(embedded).pid, data_folder(embedded))
    assert process
    listening = {connection.laddr.ip for connection in process.net_connections("tcp") if connection.status == "LISTEN"}
    assert {address.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}


def test_the_servers_process_is_out_of_reach_of_its_starters_ctrl_c(embedded: Settings) -> None:
    pid = note_of(embedded).pid
    assert pid
    assert os.getsid(pid) == pid != os.getsid(0)


def test_a_wrong_password_in_the_note_is_told_from_a_server_that_is_away(embedded: Settings) -> None:
    note = note_of(embedded)
    note.with_(password="not this one").write(data_folder(embedded).note)
    try:
        with pytest.raises(WrongPassword, match=str(data_folder(embedded).note)):
            server.attach_or_start(embedded)
    finally:
        note.write(data_folder(embedded).note)


def test_a_killed_server_is_recognised(killed: Killed) -> None:
    assert killed.state == "killed"


def test_what_is_asked_of_a_killed_server_is_away_and_its_log_is_named(killed: Killed) -> None:
    assert str(data_folder(killed.settings).log) in killed.answer


def test_two_starters_at_once_get_one_server(restarted: Restarted) -> None:
    assert restarted.pids == {note_of(restarted.settings).pid}


def test_a_killed_server_starts_again_with_its_data(restarted: Restarted) -> None:
    with open_driver(restarted.settings) as driver:
        assert driver.execute_query("MATCH (n) RETURN count(n) AS n", database_="neo4j").records[0]["n"] == 1


def test_a_server_whose_port_is_taken_starts_on_another(restarted: Restarted) -> None:
    assert note_of(restarted.settings).port != restarted.taken


def test_a_user_who_comes_while_the_server_ends_gets_a_new_one(restarted: Restarted) -> None:
    with ThreadPoolExecutor() as pool:
        stopped = pool.submit(server.stop, restarted.settings)
        wait_until(lambda: note_of(restarted.settings).phase == "ending")
        new = server.attach_or_start(restarted.settings)
        assert stopped.result()
    assert new.note.pid not in restarted.pids
    new.lease.close()


def test_a_server_ends_by_itself_after_its_last_user_even_one_killed_by_force(restarted: Restarted) -> None:
    first, second = restarted.users
    server.attach_or_start(restarted.settings).lease.close()
    first.kill()
    time.sleep(2 * restarted.settings.server_idle)
    assert server.state(restarted.settings)[0] == "running"
    second.kill()
    wait_until(lambda: note_of(restarted.settings).pid is None)
    assert "Ending: no user for 2 s." in data_folder(restarted.settings).log.read_text("utf-8")


def test_stopping_what_does_not_run_says_so(settings: Settings) -> None:
    assert not server.stop(settings)


def test_a_stale_note_whose_number_is_another_process_by_now_names_no_server(settings: Settings) -> None:
    Note.new().with_(pid=os.getpid(), phase="ready").write(data_folder(settings).note)
    assert server.state(settings)[0] == "killed"
    assert not server.stop(settings)


@pytest.mark.parametrize("newer", [{"format": 2}, {"neo4j": "5.27.0"}, {"neo4j": "2026.01.1"}])
def test_a_data_folder_made_by_a_newer_version_is_left_alone(settings: Settings, newer: dict[str, object]) -> None:
    Note.new().with_(**newer).write(data_folder(settings).note)
    with pytest.raises(NewerData, match=f"{settings.data_dir}.*CASUS_DATA_DIR"):
        server.attach_or_start(settings)
    assert not data_folder(settings).home.exists()


def test_a_damaged_note_is_named(settings: Settings) -> None:
    data_folder(settings).note.write_text("{")
    with pytest.raises(ServerFailed, match=r"server\.json is damaged"):
        server.state(settings)


def test_a_server_that_dies_at_its_start_says_why_and_names_its_log(settings: Settings) -> None:
    folder = data_folder(settings)
    folder.home.mkdir()
    (folder.home / "data").write_text("in the way of Neo4j's own folder")
    with pytest.raises(ServerFailed, match=rf"(?s){folder.log}, says: .*Exception.*{folder.home / 'data'}"):
        server.attach_or_start(settings)


def test_a_user_killed_by_force_leaves_no_lock_behind(settings: Settings, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from casus.graph.embedded.locks import Lock;"
        "lock = Lock(Path(sys.argv[1])); lock.together(); print('held', flush=True); sys.stdin.read()"
    )
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        holder.stdout.readline()
        lock = Lock(path)
        assert not lock.try_alone()
        holder.kill()
    assert lock.try_alone()
    lock.close()


def test_a_port_that_is_free_is_kept_and_a_taken_one_is_not() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) != port
    assert free_port(port) == port
