"""Key-set pages: a page begins after the last key of the one before, so that every page costs the same.

The next-page token is opaque to whoever holds it: the key, with a hash of the question it belongs to.
"""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from casus.errors import BadInput, BadToken

Key = list[str | float]
"""The sort key of a page's last row."""

LARGEST = 1000
"""Rows a page may have."""


@dataclass(frozen=True)
class PageRequest:
    """At most `limit` rows (1 to 1000), from after the page that gave the token `after`."""

    limit: int = 20
    after: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= LARGEST:
            raise BadInput(f"limit: a page has 1 to {LARGEST} rows, not {self.limit}")

    def key(self, question: str, filters: Mapping[str, Any]) -> Key | None:
        """Return the key to begin after, null for the first page. Raises BadToken for another question's token."""
        return None if self.after is None else _read(self.after, _mark(question, filters))


def token(question: str, filters: Mapping[str, Any], key: Key) -> str:
    """Return the token that leads to the rows after this key, for the same question with the same filters."""
    return urlsafe_b64encode(json.dumps([_mark(question, filters), *key]).encode()).decode().rstrip("=")


def _read(after: str, mark: str) -> Key:
    try:
        made_for, *parts = json.loads(urlsafe_b64decode(after + "=" * (-len(after) % 4)))
    except (binascii.Error, ValueError, TypeError):
        raise BadToken(f"after: {after!r} is not a next-page token; begin again without it") from None
    key: Key = [part for part in parts if isinstance(part, str | int | float)]
    if made_for != mark or not key or len(key) < len(parts):
        raise BadToken("after: this next-page token belongs to another question; begin again without it")
    return key


def _mark(question: str, filters: Mapping[str, Any]) -> str:
    """Return what ties a token to its question: a hash of its name and of all that it filters by."""
    asked = json.dumps([question, dict(filters)], default=str, sort_keys=True)
    return sha256(asked.encode()).hexdigest()[:16]
