"""The embedded Neo4j as its users see it: attach to the one that runs or start it, stop it, say how it is."""

import logging
import subprocess
import time
from dataclasses import dataclass
from typing import Literal

import neo4j
import neo4j.exceptions
from rich.console import Console

from casus.errors import CannotWrite, ServerFailed, WrongPassword
from casus.graph.embedded.folder import Folder, data_folder
from casus.graph.embedded.jars import class_path, jars_folder
from casus.graph.embedded.locks import Lock, one_at_a_time
from casus.graph.embedded.log import telling_line
from casus.graph.embedded.note import Note, read_note
from casus.graph.embedded.process import command, gone_within, running
from casus.graph.statements import statement
from casus.settings import Settings

LOOK_EVERY = 0.1  # seconds
STOP_TIME = 30  # seconds; it takes 2
log = logging.getLogger(__name__)

State = Literal["running", "starting", "killed", "stopped"]
_STATES: dict[str, State] = {"starting": "starting", "ready": "running", "ending": "stopped"}


@dataclass(frozen=True)
class Attached:
    """A server that answers: its note, and the lease that keeps it from ending while it is used."""

    note: Note
    lease: Lock


def attach_or_start(settings: Settings) -> Attached:
    """Return the running server of this data folder, starting it first if none runs.

    The lease is the caller's: close it after the last use; a process that ends or is killed lets go of it anyway.
    Raises ServerFailed, JarsMissing, NewerData, WrongPassword or CannotWrite.
    """
    folder = data_folder(settings)
    lease = Lock(folder.users_lock)
    try:
        lease.together()  # waits here while a server is ending
        with one_at_a_time(folder.start_lock):
            pid = _pid_of_running(folder) or _start(folder, settings)
            return Attached(_ready(folder, pid, settings), lease)
    except BaseException:
        lease.close()
        raise


def state(settings: Settings) -> tuple[State, Note | None]:
    """Say how the server of this data folder is, and what its note says; starts nothing."""
    folder = data_folder(settings)
    note = read_note(folder.note)
    if note is None or note.pid is None:
        return "stopped", note
    if not running(note.pid, folder):
        return "killed", note
    return _STATES[note.phase], note


def stop(settings: Settings) -> bool:
    """End the server of this data folder, whoever uses it, and wait until it is gone; False: none ran.

    Raises ServerFailed when it does not end in time.
    """
    folder = data_folder(settings)
    note = read_note(folder.note)
    process = running(note.pid, folder) if note else None
    if process is None:
        return False
    process.terminate()
    if not gone_within(STOP_TIME, process.pid, folder):
        raise ServerFailed(
            f"the embedded Neo4j (process {process.pid}) has not ended after {STOP_TIME} s; `kill -9 {process.pid}` "
            f"loses nothing that was loaded. Its log: {folder.log}"
        )
    return True


def _pid_of_running(folder: Folder) -> int | None:
    note = read_note(folder.note)
    if note is None or note.pid is None:
        return None
    if note.phase == "ending" and gone_within(STOP_TIME, note.pid, folder):
        return None
    if running(note.pid, folder):
        return note.pid
    log.warning("the embedded Neo4j (process %d) was killed or crashed since; starting it again", note.pid)
    return None


def _start(folder: Folder, settings: Settings) -> int:
    class_path(settings)
    if shortage := folder.shortage():
        raise CannotWrite(f"Neo4j is not started: {shortage}; free some, or set CASUS_DATA_DIR to another disk")
    try:
        folder.home.mkdir(exist_ok=True)
        with folder.log.open("wb") as output:
            child = subprocess.Popen(
                command(folder, jars_folder(settings), settings.server_idle),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=folder.path,
                start_new_session=True,  # the starter's Ctrl-C is not for it
            )
    except OSError as error:
        raise CannotWrite(f"cannot start Neo4j in {folder.path}: {error.strerror}") from error
    while child.poll() is None and not running(child.pid, folder):
        time.sleep(LOOK_EVERY)  # its command line is not to be seen at once
    return child.pid


def _ready(folder: Folder, pid: int, settings: Settings) -> Note:
    deadline = time.monotonic() + settings.server_start
    with Console(stderr=True).status("Neo4j is starting; this takes about ten seconds."):
        while time.monotonic() < deadline:
            if not running(pid, folder):
                says = telling_line(folder.log)
                raise ServerFailed(f"the embedded Neo4j ended while it started. Its log, {folder.log}, says: {says}")
            note = read_note(folder.note)
            if note and note.pid == pid and note.phase == "ready" and _answers(note, folder):
                return note
            time.sleep(LOOK_EVERY)
    raise ServerFailed(
        f"the embedded Neo4j (process {pid}) does not answer after {settings.server_start:g} s: see {folder.log}; "
        f"`casus server stop` ends it, CASUS_SERVER_START gives it more time"
    )


def _answers(note: Note, folder: Folder) -> bool:
    try:
        with neo4j.GraphDatabase.driver(
            note.uri, auth=(note.user, note.password), telemetry_disabled=True, connection_timeout=5
        ) as driver:
            driver.execute_query(statement("server/ping").text, database_="neo4j")
    except neo4j.exceptions.AuthError as error:
        raise WrongPassword(
            f"the embedded Neo4j does not take the password in {folder.note}; `casus server stop` and the next start "
            f"set it again"
        ) from error
    except (neo4j.exceptions.DriverError, neo4j.exceptions.TransientError):
        return False
    return True
