"""Keys that let programs write, or read where reads are guarded: a file that holds their hashes and never the keys.

A key has 256 random bits, so that its SHA-256 is as good as a slow hash: there is nothing to guess. The file is JSON
Lines, one key a line, readable by its owner only; a running API takes up what changes in it.
"""

import hmac
import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from casus.errors import BadData, BadInput, CannotWrite, NotFound, Unreadable

if TYPE_CHECKING:
    from casus.settings import Settings


class Scope(StrEnum):
    """What a key lets its holder do; who may write may read too."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True)
class Key:
    """What is kept of a key; `id` is its first part and no secret."""

    id: str
    name: str
    scopes: tuple[Scope, ...]
    created: str
    hash: str

    def allows(self, scope: Scope) -> bool:
        """Say whether its holder may do this."""
        return scope in self.scopes or Scope.WRITE in self.scopes


@dataclass(frozen=True)
class Keys:
    """The keys of a file; one that is not there holds none."""

    path: Path

    @classmethod
    def of(cls, settings: "Settings") -> "Keys":
        """Return the keys that the settings lead to."""
        return cls(settings.keys_file or settings.data_dir / "keys.jsonl")

    def new(self, name: str, scopes: Iterable[Scope]) -> str:
        """Make a key and return it: it is shown this once and kept nowhere."""
        given = tuple(sorted(set(scopes)))
        if not given or not name.strip():
            raise BadInput("a key needs a name and at least one scope, read or write")
        id, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
        key = f"casus_{id}_{secret}"
        made = datetime.now(UTC).isoformat(timespec="seconds")
        self._write([*self.all(), Key(id, name.strip(), given, made, _hash(key))])
        return key

    def all(self) -> list[Key]:
        """Return what is kept of every key, the oldest first. Raises Unreadable and BadData."""
        try:
            lines = self.path.read_text("utf-8").splitlines()
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise Unreadable(f"cannot read the keys in {self.path}: {error}") from error
        return [_key(line, f"{self.path}:{number}") for number, line in enumerate(lines, start=1) if line.strip()]

    def revoke(self, id: str) -> None:
        """Forget a key. Raises NotFound where there is none of this id."""
        keys = self.all()
        rest = [key for key in keys if key.id != id]
        if len(rest) == len(keys):
            raise NotFound(f"no key has the id {id!r}; `casus keys list` shows them")
        self._write(rest)

    def holder(self, key: str) -> Key | None:
        """Return what is kept of a key that somebody shows, or null for one that is not known."""
        shown = _hash(key)
        return next((known for known in self.all() if hmac.compare_digest(known.hash, shown)), None)

    def _write(self, keys: list[Key]) -> None:
        """Replace the file as a whole."""
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.touch(0o600)
            beside.write_text("".join(f"{json.dumps(asdict(key))}\n" for key in keys), "utf-8")
            beside.replace(self.path)
        except OSError as error:
            raise CannotWrite(f"cannot write the keys in {self.path}: {error.strerror or error}") from error


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _key(line: str, where: str) -> Key:
    try:
        kept = json.loads(line)
        return Key(**{**kept, "scopes": tuple(Scope(scope) for scope in kept["scopes"])})
    except (ValueError, TypeError, KeyError) as error:
        raise BadData(f"{where}: this is no key that Casus wrote: {error}") from None
