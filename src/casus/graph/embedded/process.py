"""How the server's process is called, and how it is told from any other that may have its number by now."""

import sys
import time
from pathlib import Path

import psutil

from casus.graph.embedded.folder import Folder

LOOK_EVERY = 0.1  # seconds
_MODULE = f"{__package__}.child"


def command(folder: Folder, jars: Path, idle: float) -> list[str]:
    """Return the command line of the server of this data folder; `idle` in seconds."""
    return [sys.executable, "-m", _MODULE, str(folder.path), str(jars), str(idle)]


def running(pid: int | None, folder: Folder) -> psutil.Process | None:
    """Return the process `pid` if it runs and is the server of this data folder.

    Its command line decides: a number is given out again once its process is gone.
    """
    try:
        process = psutil.Process(pid) if pid else None
        words = process.cmdline() if process else []
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return None
    return process if _MODULE in words and str(folder.path) in words else None


def gone_within(seconds: float, pid: int, folder: Folder) -> bool:
    """Wait until the server's process is gone, at most so long; say whether it is.

    One that has ended but is still listed, since who started it has not asked for its exit status, is gone.
    """
    deadline = time.monotonic() + seconds
    while running(pid, folder):
        if time.monotonic() > deadline:
            return False
        time.sleep(LOOK_EVERY)
    return True
