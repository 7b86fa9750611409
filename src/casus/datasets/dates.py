"""Days as data sets write them."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=100_000)
def iso(text: str) -> date:
    """Read 2024-02-26, also with a time of day after it. Raises ValueError."""
    return _told(text, text[:10])


@lru_cache(maxsize=100_000)
def compact(text: str) -> date:
    """Read 20240226, also with a time of day after it. Raises ValueError."""
    return _told(text, f"{text[:4]}-{text[4:6]}-{text[6:8]}")


@lru_cache(maxsize=1_000)
def year(text: str) -> tuple[date, date]:
    """Read a year as its first and last day. Raises ValueError."""
    if not text.isdecimal() or not 1 <= int(text) <= 9999:
        raise ValueError(f"{text!r} is no year")
    return date(int(text), 1, 1), date(int(text), 12, 31)


def _told(text: str, day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"{text!r} is no day") from None
