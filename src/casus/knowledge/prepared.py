"""The prepared form of the shipped data: every key and what it can stand for, so that loading need not fold names.

The first line is a digest of the data files it was made from; a copy that does not fit them is not used. The second is
the number of keys; then come the keys, a line each, and as many lines of readings: `id role`, parted by `|`.
"""

import gzip
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path


def digest(texts: Iterable[bytes]) -> str:
    """Return what tells one state of the data files from another."""
    total = hashlib.sha256()
    for text in texts:
        total.update(hashlib.sha256(text).digest())
    return total.hexdigest()


def read(path: Path, fitting: str) -> dict[str, str] | None:
    """Read the readings of each key, or nothing where there is no prepared form that fits the data files."""
    if not path.is_file():
        return None
    made_from, count, *lines = gzip.decompress(path.read_bytes()).decode().split("\n")
    return dict(zip(lines[: int(count)], lines[int(count) :], strict=True)) if made_from == fitting else None


def write(path: Path, readings: Mapping[str, str], fitting: str) -> None:
    """Write the prepared form, the same bytes for the same data."""
    keys = sorted(readings)
    lines = (fitting, str(len(keys)), *keys, *(readings[key] for key in keys))
    path.write_bytes(gzip.compress("\n".join(lines).encode(), 6, mtime=0))
