"""The embedded Neo4j as its users see it: attach to the one that runs or start it, stop it, say how it is."""

import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Literal

import neo4j
import neo4j.exceptions
import psutil
import structlog

from casus.errors import CannotWrite, ServerFailed, WrongPassword
from casus.graph.embedded.cypher import statement
from casus.graph.embedded.folder import Folder, data_folder
from casus.graph.embedded.jars import class_path, jars_folder
from casus.graph.embedded.locks import Lock, one_at_a_time
from casus.graph.embedded.log import telling_line
from casus.graph.embedded.note import Note, Process, read_note
from casus.settings import Settings

LOOK_EVERY = 0.1  # seconds
STOP_TIME = 30  # seconds; it takes 2
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Place:
    """A server that answers: its note, and the lease that keeps it from ending while it is used."""

    note: Note
    lease: Lock


State = Literal["running", "starting", "killed", "stopped"]


def attach_or_start(settings: Settings) -> Place:
    """Return the running server of this data folder, starting it first if none runs.

    The lease is the caller's: close it after the last use; a process that ends or is killed lets go of it anyway.
    Raises ServerFailed, JarsMissing, NewerData, WrongPassword or CannotWrite.
    """
    folder = data_folder(settings)
    lease = Lock(folder.users_lock)
    try:
        lease.together()  # waits here while a server is ending
        with one_at_a_time(folder.start_lock):
            note = _running(folder) or _start(folder, settings)
            return Place(_ready(folder, note, settings), lease)
    except BaseException:
        lease.close()
        raise


def state(settings: Settings) -> tuple[State, Note | None]:
    """Say how the server of this data folder is, and what its note says; starts nothing."""
    note = read_note(data_folder(settings).note)
    if note is None or note.process is None:
        return "stopped", note
    if note.process.running() is None:
        return "killed", note
    return ("running" if note.ready else "starting"), note


def stop(settings: Settings) -> bool:
    """End the server of this data folder, whoever uses it, and wait until it is gone; False: none ran.

    Raises ServerFailed when it does not end in time.
    """
    note = read_note(data_folder(settings).note)
    process = note.process.running() if note and note.process else None
    if process is None:
        return False
    process.terminate()
    try:
        process.wait(STOP_TIME)
    except psutil.TimeoutExpired as error:
        raise ServerFailed(
            f"the embedded Neo4j (process {process.pid}) has not ended after {STOP_TIME} s; `kill -9 {process.pid}` "
            f"loses nothing that was loaded. Its log: {data_folder(settings).log}"
        ) from error
    return True


def _running(folder: Folder) -> Note | None:
    note = read_note(folder.note)
    if note is None or note.process is None:
        return None
    if note.process.running():
        return note
    log.warning("the embedded Neo4j had been killed or had crashed; starting it again", process=note.process.pid)
    return None


def _start(folder: Folder, settings: Settings) -> Note:
    class_path(settings)
    note = read_note(folder.note) or Note.new()
    arguments = (folder.path, jars_folder(settings), settings.server_idle)
    try:
        folder.home.mkdir(exist_ok=True)
        with folder.log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", f"{__package__}.child", *map(str, arguments)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=folder.path,
                start_new_session=True,  # the starter's Ctrl-C is not for it
            )
    except OSError as error:
        raise CannotWrite(f"cannot start Neo4j in {folder.path}: {error.strerror}") from error
    return note.with_(process=Process(pid=process.pid, began=psutil.Process(process.pid).create_time()), ready=False)


def _ready(folder: Folder, note: Note, settings: Settings) -> Note:
    process = note.process
    deadline = time.monotonic() + settings.server_start
    while time.monotonic() < deadline:
        if process is None or process.running() is None:
            raise ServerFailed(f"the embedded Neo4j ended while it started: {telling_line(folder.log)} ({folder.log})")
        current = read_note(folder.note)
        if current and current.ready and current.process == process and _answers(current, folder):
            return current
        time.sleep(LOOK_EVERY)
    raise ServerFailed(
        f"the embedded Neo4j (process {process and process.pid}) does not answer after {settings.server_start:g} s: "
        f"see {folder.log}; `casus server stop` ends it, CASUS_SERVER_START gives it more time"
    )


def _answers(note: Note, folder: Folder) -> bool:
    try:
        with neo4j.GraphDatabase.driver(
            note.uri, auth=(note.user, note.password), telemetry_disabled=True, connection_timeout=5
        ) as driver:
            driver.execute_query(statement("ping"), database_="neo4j")
    except neo4j.exceptions.AuthError as error:
        raise WrongPassword(
            f"the embedded Neo4j does not take the password in {folder.note}; `casus server stop` and the next start "
            f"set it again"
        ) from error
    except (neo4j.exceptions.DriverError, neo4j.exceptions.TransientError):
        return False
    return True
