"""File locks that end with their holder, even one killed by SIGKILL: the kernel lets go of them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casus.errors import ServerFailed

try:
    import fcntl
except ImportError as missing:  # pragma: no cover (Windows)
    raise ServerFailed(
        "the embedded Neo4j runs on Linux and macOS; here, use WSL or set CASUS_NEO4J_URI to a server of your own"
    ) from missing


class Lock:
    """A lock on a file, held by one alone or by many together; each object is a holder of its own."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def alone(self) -> None:
        """Wait until nobody else holds it, then hold it alone."""
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)

    def together(self) -> None:
        """Wait until nobody holds it alone, then hold it together with others."""
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def try_alone(self) -> bool:
        """Hold it alone if nobody else holds it at all; say whether that worked."""
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def let_go(self) -> None:
        """Let others hold it; this object may hold it again."""
        fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def close(self) -> None:
        """Let go of it for good; a second call does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold the lock on `path` alone for the length of the block, waiting for it if need be."""
    lock = Lock(path)
    try:
        lock.alone()
        yield
    finally:
        lock.close()
