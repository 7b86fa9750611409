"""The Cypher of the project: one statement a file under cypher/, each with a header that says what goes in and out.

    // What it does, in a sentence or more.
    // in   from: State.id   depth: how many hops at most, 1 to 4
    // out  id: the incident's id
    MATCH …

Lines that begin `in` or `out` document parameters and columns, three spaces between two of them; a line without a mark
goes on with what stands above.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from neo4j import ManagedTransaction

from casus.errors import BadData
from casus.resources import folder

_MARKED = re.compile(r"(?P<mark>in|out)\s+(?P<items>\w+: .+)")
_BETWEEN = re.compile(r"\s{3,}")


@dataclass(frozen=True)
class Statement:
    """A statement with what its header says; `name` is its path below cypher/, without the ending."""

    name: str
    text: str
    does: str
    parameters: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)


@cache
def statement(name: str) -> Statement:
    """Return the statement of this name, as `query/proxy_paths`. Raises BadData for a header that is not one."""
    return read(folder("cypher") / f"{name}.cypher", name)


def names(room: str) -> list[str]:
    """Return the names of all statements in a folder of cypher/, sorted."""
    top = folder("cypher")
    return sorted(path.relative_to(top).with_suffix("").as_posix() for path in (top / room).rglob("*.cypher"))


def read(path: Path, name: str) -> Statement:
    """Read a statement from a file."""
    lines = path.read_text("utf-8").splitlines()
    size = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    does, marked = _header([line.removeprefix("//").strip() for line in lines[:size]], path)
    return Statement(name, "\n".join(lines[size:]).strip(), does, marked["in"], marked["out"])


def _header(lines: list[str], path: Path) -> tuple[str, dict[str, dict[str, str]]]:
    does: list[str] = []
    marked: dict[str, dict[str, str]] = {"in": {}, "out": {}}
    last: tuple[str, str] | None = None
    for line in lines:
        if found := _MARKED.fullmatch(line):
            for name, meaning in (item.split(": ", 1) for item in _BETWEEN.split(found["items"])):
                marked[found["mark"]][name] = meaning
                last = found["mark"], name
        elif last:
            marked[last[0]][last[1]] += f" {line}"
        else:
            does.append(line)
    if not does:
        raise BadData(f"{path}, line 1: the file must begin with a comment that says what the statement does")
    return " ".join(does), marked


def run(tx: ManagedTransaction, name: str, **parameters: Any) -> list[dict[str, Any]]:
    """Run the statement of this name in a transaction and return its rows."""
    return [dict(record) for record in tx.run(statement(name).text, parameters)]
