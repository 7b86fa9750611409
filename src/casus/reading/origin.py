"""Where a document comes from: what messages call it, its id where it brings none, and how its date is written."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True)
class Origin:
    """A file (without a path: standard input) and the id of the document in it (None: made from the text)."""

    path: Path | None = None
    id: str | None = None

    @property
    def name(self) -> str:
        """What messages call it."""
        return str(self.path) if self.path else "standard input"

    def id_of(self, text: str) -> str:
        """Return the id of the one document in it, the same whenever the same text is read."""
        return self.id or f"text-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def day(value: str) -> date:
    """Return the day of an ISO 8601 date or time (`2019-12-31`, `2019-12-31T09:00:00Z`), or raise ValueError."""
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        raise ValueError(f"{value.strip()!r} is not a date such as 2019-12-31") from None
