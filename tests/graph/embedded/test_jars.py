"""Fetching, from a Maven repository of our own on loopback with jars of our own."""

import hashlib
import multiprocessing
import os
import random
import signal
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from casus.errors import CannotWrite, JarsMissing
from casus.graph.embedded.jars import LIST, Jar, listed, provide

NAMES = ("alpha", "beta", "gamma", "delta")


@dataclass
class Repository:
    """A Maven repository: its folder, its address, the jars in it, and what was asked of it."""

    folder: Path
    url: str
    jars: list[Jar]
    asked: list[str] = field(default_factory=list)
    stalled: set[str] = field(default_factory=set)

    def file(self, jar: Jar) -> Path:
        return self.folder / jar.group.replace(".", "/") / jar.artifact / jar.version / jar.name

    def asked_jars(self) -> list[str]:
        return sorted(Path(path).name for path in self.asked if path.endswith(".jar"))


class Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, repository: Repository) -> None:
        self.repository = repository
        super().__init__(*args, directory=str(repository.folder))

    def do_GET(self) -> None:
        self.repository.asked.append(self.path)
        while any(name in self.path for name in self.repository.stalled):
            time.sleep(0.05)
        super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        pass


def a_jar(artifact: str, content: bytes) -> Jar:
    return Jar("org.example", artifact, "1.0.Final", "", len(content), hashlib.sha256(content).hexdigest())


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    contents = {name: random.Random(name).randbytes(50_000) for name in NAMES}
    repository = Repository(tmp_path / "maven", "", [a_jar(name, content) for name, content in contents.items()])
    for jar in repository.jars:
        repository.file(jar).parent.mkdir(parents=True)
        repository.file(jar).write_bytes(contents[jar.artifact])
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, repository=repository)) as server:
        repository.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield repository
        repository.stalled.clear()
        server.shutdown()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "neo4j-1.0"


def whole(jars: list[Jar], folder: Path) -> list[Jar]:
    return [jar for jar in jars if jar.fault(folder / jar.name) is None]


def test_the_list_names_every_jar_once_with_its_size_and_checksum() -> None:
    jars = listed()
    assert len({jar.name for jar in jars}) == len(jars) == len(LIST.read_text("utf-8").splitlines()) - 1
    assert all(jar.size > 0 and len(jar.sha256) == 64 for jar in jars)


def test_every_jar_is_fetched_and_the_folder_holds_jars_only(repository: Repository, folder: Path) -> None:
    paths = provide(repository.jars, folder, repository.url)
    assert whole(repository.jars, folder) == repository.jars
    assert sorted(folder.iterdir()) == sorted(paths)


def test_what_is_there_and_right_is_not_fetched_again(repository: Repository, folder: Path) -> None:
    provide(repository.jars, folder, repository.url)
    repository.asked.clear()
    provide(repository.jars, folder, "http://127.0.0.1:1")
    assert repository.asked == []


@pytest.mark.parametrize("spoil", [lambda b: b[:-1], lambda b: b[:-1] + b"?"], ids=["cut short", "altered"])
def test_only_a_spoilt_jar_is_fetched_again(repository: Repository, folder: Path, spoil: Any) -> None:
    spoilt = provide(repository.jars, folder, repository.url)[1]
    spoilt.write_bytes(spoil(spoilt.read_bytes()))
    repository.asked.clear()
    provide(repository.jars, folder, repository.url)
    assert repository.asked_jars() == [spoilt.name]
    assert whole(repository.jars, folder) == repository.jars


def test_a_jar_that_is_not_the_listed_one_is_refused_by_name(repository: Repository, folder: Path) -> None:
    forged = replace(repository.jars[2], sha256="0" * 64)
    with pytest.raises(JarsMissing, match=rf"{forged.name} from {repository.url} has the SHA-256 .* instead of 0000"):
        provide([forged], folder, repository.url)
    assert not (folder / forged.name).exists()


def test_a_jar_the_repository_lacks_loses_none_of_the_others(repository: Repository, folder: Path) -> None:
    lacking = repository.jars[3]
    repository.file(lacking).unlink()
    with pytest.raises(JarsMissing, match=lacking.name):
        provide(repository.jars, folder, repository.url)
    repository.asked.clear()
    assert whole(repository.jars, folder) == repository.jars[:3]


def test_without_network_the_error_names_the_other_ways(repository: Repository, folder: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(JarsMissing) as error:
            provide(repository.jars, folder, f"http://127.0.0.1:{closed.getsockname()[1]}")
    for way in ("CASUS_MAVEN_URL", "CASUS_NEO4J_URI", "docker compose", str(folder)):
        assert way in str(error.value)


def test_a_folder_copied_from_elsewhere_needs_no_network(repository: Repository, folder: Path, tmp_path: Path) -> None:
    copied = provide(repository.jars, folder, repository.url)[0].parent.rename(tmp_path / "copied")
    assert len(provide(repository.jars, copied, "http://127.0.0.1:1")) == len(NAMES)


def test_a_cache_that_cannot_be_written_is_named(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CannotWrite, match=str(tmp_path / "file" / "neo4j")):
        provide(repository.jars, tmp_path / "file" / "neo4j", repository.url)


def test_two_processes_fetch_each_jar_once_between_them(repository: Repository, folder: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    both = [spawn.Process(target=provide, args=(repository.jars, folder, repository.url)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert repository.asked_jars() == sorted(jar.name for jar in repository.jars)


def test_a_fetch_killed_half_way_goes_on_where_it_was(repository: Repository, folder: Path) -> None:
    repository.stalled.add("delta")
    process = multiprocessing.get_context("spawn").Process(
        target=provide, args=(repository.jars, folder, repository.url)
    )
    process.start()
    while len(whole(repository.jars, folder)) < 3 or not any("delta" in path for path in repository.asked):
        assert process.is_alive()
        time.sleep(0.05)
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    repository.stalled.clear()
    repository.asked.clear()
    provide(repository.jars, folder, repository.url)
    assert repository.asked_jars() == [repository.jars[3].name]
    assert [path.name for path in folder.parent.iterdir() if path.is_dir()] == [folder.name]
