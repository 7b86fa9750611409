"""What a job that blocks writes, sent while it is written.

A job that fails before its first piece raises as any other does. One that fails later ends the connection without the
last chunk that HTTP wants, so that no client takes what it got for the whole.
"""

import queue
import threading
from collections.abc import Callable, Iterator
from io import BufferedWriter, RawIOBase
from itertools import chain
from typing import Any, BinaryIO, cast

PIECE = 64 * 1024
"""Bytes sent at once."""
_AHEAD = 8
"""Pieces that are written before the client has taken them."""
_LOOK = 1.0
"""Seconds after which a job that waits for its client looks whether that is still there."""


def started(job: Callable[[BinaryIO], None]) -> Iterator[bytes]:
    """Start a job in a thread of its own and return what it writes, once there is a first piece of it.

    Raises what the job raises.
    """
    pieces = _written(job)
    first = next(pieces, b"")
    return chain([first], pieces)


def _written(job: Callable[[BinaryIO], None]) -> Iterator[bytes]:
    pipe = _Pipe()
    threading.Thread(target=pipe.run, args=[job], daemon=True).start()
    try:
        yield from pipe.pieces()
    finally:
        pipe.abandoned.set()


class _Pipe(RawIOBase):
    """What a job writes into and a client reads from."""

    def __init__(self) -> None:
        self.abandoned = threading.Event()
        self._queue: queue.Queue[bytes | Exception | None] = queue.Queue(_AHEAD)

    def run(self, job: Callable[[BinaryIO], None]) -> None:
        """Do the job, and say how it ended."""
        end = None
        try:
            with BufferedWriter(self, PIECE) as stream:
                job(cast(BinaryIO, stream))
        except Exception as error:
            end = error
        if not self.abandoned.is_set():
            self._queue.put(end)

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, piece: Any) -> int:
        """Hand a piece on, when there is room; raises BrokenPipeError once nobody reads any more."""
        while not self.abandoned.is_set():
            try:
                self._queue.put(bytes(piece), timeout=_LOOK)
            except queue.Full:
                continue
            return len(piece)
        raise BrokenPipeError

    def pieces(self) -> Iterator[bytes]:
        """Yield the pieces as they come; raises what the job ended with."""
        while (piece := self._queue.get()) is not None:
            if isinstance(piece, Exception):
                raise piece
            yield piece
