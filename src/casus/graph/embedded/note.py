"""The note in the data folder: where the embedded Neo4j listens, its password, and which process it is."""

import secrets
import tempfile
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from casus.errors import CannotWrite, NewerData, ServerFailed
from casus.graph.embedded.jars import VERSION

FORMAT = 1  # of the data folder; raise it when an older Casus could no longer read it


class Note(BaseModel):
    """What is known of a data folder's server; `pid` is None after an orderly end."""

    model_config = ConfigDict(frozen=True)

    format: int = FORMAT
    neo4j: str = VERSION
    user: str = "neo4j"
    password: str = Field(repr=False)
    port: int = 0
    pid: int | None = None
    phase: Literal["starting", "ready", "ending"] = "starting"

    @classmethod
    def new(cls) -> Self:
        """Return the note of a server that never ran, with a password made for it."""
        return cls(password=secrets.token_urlsafe(24))

    @property
    def uri(self) -> str:
        """Where the server's Bolt is."""
        return f"bolt://127.0.0.1:{self.port}"

    def with_(self, **changes: object) -> Self:
        """Return the note with these changes."""
        return self.model_copy(update=changes)

    def write(self, path: Path) -> None:
        """Put the note at `path`, readable by its owner only, at once or not at all."""
        try:
            with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False) as file:  # mode 0600
                file.write(self.model_dump_json(indent=2))
            Path(file.name).replace(path)
        except OSError as error:
            raise CannotWrite(f"cannot write {path}: {error.strerror}; is the disk full?") from error


def read_note(path: Path) -> Note | None:
    """Return the note at `path`; None where there is none.

    Raises NewerData for a data folder made by a newer Casus or Neo4j, ServerFailed for a note that is no note.
    """
    try:
        note = Note.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        raise ServerFailed(f"{path} is damaged; end the server's process if it runs, delete it, try again") from error
    if note.format > FORMAT or _numbers(note.neo4j) > _numbers(VERSION):
        raise NewerData(
            f"the data folder {path.parent} was made by a newer Casus (format {note.format}, Neo4j {note.neo4j}; this "
            f"one has {FORMAT} and {VERSION}): get the newer one, or set CASUS_DATA_DIR to another folder"
        )
    return note


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
