"""When the server's process may end; sockets of this process stand for Neo4j's."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from casus.graph.embedded.child import Users, wait_until_idle
from casus.graph.embedded.locks import Lock


@pytest.fixture
def bolt() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


@pytest.fixture
def users(bolt: socket.socket, tmp_path: Path) -> Users:
    return Users(tmp_path / "users.lock", bolt.getsockname()[1])


def test_with_neither_a_lease_nor_a_connection_nobody_is_there(users: Users) -> None:
    assert users.absent()


def test_a_lease_counts_as_a_user(users: Users, tmp_path: Path) -> None:
    lease = Lock(tmp_path / "users.lock")
    lease.together()
    assert not users.absent()
    lease.close()
    assert users.absent()


def test_a_bolt_connection_counts_as_a_user(users: Users, bolt: socket.socket) -> None:
    with socket.create_connection(bolt.getsockname()), bolt.accept()[0]:
        assert not users.absent()
    assert users.absent()


def test_nobody_gets_a_lease_of_a_server_that_is_ending(users: Users, tmp_path: Path) -> None:
    wait_until_idle(users, 0.1, threading.Event())
    assert not Lock(tmp_path / "users.lock").try_alone()


def test_a_server_that_is_told_to_end_does_not_wait_for_its_users(users: Users, tmp_path: Path) -> None:
    Lock(tmp_path / "users.lock").together()
    told = threading.Event()
    told.set()
    wait_until_idle(users, 3600, told)
