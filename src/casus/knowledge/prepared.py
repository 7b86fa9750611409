"""The prepared form of the shipped data: every key and what it can stand for, so that loading need not fold names.

The first line is a digest of the data files it was made from; a copy that does not fit them is not used. Each other
line is a key and, after a tab, `id role` for each reading, parted by `|`.
"""

import gzip
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

Readings = dict[str, str]
"""For each key its readings, as `id role` parted by `|`."""


def digest(texts: Iterable[bytes]) -> str:
    """Return what tells one state of the data files from another."""
    total = hashlib.sha256()
    for text in texts:
        total.update(hashlib.sha256(text).digest())
    return total.hexdigest()


def read(path: Path, fitting: str) -> Readings | None:
    """Read the prepared form, or nothing where there is none that fits the data files."""
    if not path.is_file():
        return None
    first, _, rest = gzip.decompress(path.read_bytes()).decode().partition("\n")
    if first != fitting:
        return None
    return dict([line.split("\t") for line in rest.split("\n")])


def write(path: Path, readings: Mapping[str, str], fitting: str) -> None:
    """Write the prepared form, the same bytes for the same data."""
    lines = (f"{key}\t{value}" for key, value in sorted(readings.items()))
    path.write_bytes(gzip.compress("\n".join((fitting, *lines)).encode(), 6, mtime=0))
