"""What the embedded Neo4j keeps where in the data folder."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from casus.errors import CannotWrite
from casus.settings import Settings

MB = 1_000_000
NEEDED = 100 * MB  # Neo4j's files grow in steps of up to 64 MB


@dataclass(frozen=True)
class Folder:
    """The data folder: Neo4j's own home, and beside it what Casus notes about the server."""

    path: Path

    @property
    def home(self) -> Path:
        """Neo4j's home: its data, its conf, its own logs."""
        return self.path / "neo4j"

    @property
    def note(self) -> Path:
        """The note of port, password and process; see note.py."""
        return self.path / "server.json"

    @property
    def log(self) -> Path:
        """What the server's process printed since its last start."""
        return self.path / "server.log"

    @property
    def start_lock(self) -> Path:
        """Held by whoever looks for a server and starts one."""
        return self.path / "start.lock"

    def shortage(self) -> str | None:
        """Say how little room the disk has, if that is too little for Neo4j; None: there is enough."""
        free = shutil.disk_usage(self.path).free
        return f"only {free // MB} MB are free on the disk of {self.path}" if free < NEEDED else None

    @property
    def users_lock(self) -> Path:
        """Held together by all who use the server, and alone by a server that ends."""
        return self.path / "users.lock"


def data_folder(settings: Settings) -> Folder:
    """Return the data folder of these settings, made if it is not there, closed to other accounts.

    Raises CannotWrite when it cannot be made.
    """
    path = settings.data_dir.resolve()
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise CannotWrite(f"cannot make the data folder {path}: {error.strerror}; set CASUS_DATA_DIR") from error
    return Folder(path)
