"""The Cypher of the project: one statement a file under cypher/, each with a header that says what goes in and out.

    // What it does, in a sentence or more.
    // in   from: State.id   depth: how many hops at most, 1 to 4
    // out  id: the incident's id
    MATCH …

Lines that begin `in` or `out` document parameters and columns, three spaces between two of them, and so do the lines
below until an empty one.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from neo4j import ManagedTransaction

from casus.errors import BadData
from casus.resources import folder

_MARKED = re.compile(r"(?P<mark>in|out) +(?P<items>\w+: .+)")
_ITEM = re.compile(r"(?P<name>\w+): (?P<meaning>.+)")
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
    mark = ""
    for line in lines:
        if found := _MARKED.fullmatch(line):
            mark = found["mark"]
        if not line:
            mark = ""
        elif not mark:
            does.append(line)
        else:
            _items(found["items"] if found else line, marked[mark])
    if not does:
        raise BadData(f"{path}, line 1: the file must begin with a comment that says what the statement does")
    return " ".join(does), marked


def _items(line: str, found: dict[str, str]) -> None:
    """Add a line's items to those found; a part that names none goes on with the one before it."""
    for part in _BETWEEN.split(line):
        if item := _ITEM.fullmatch(part):
            found[item["name"]] = item["meaning"]
        else:
            found[next(reversed(found))] += f" {part}"


def run(tx: ManagedTransaction, /, name: str, **parameters: Any) -> list[dict[str, Any]]:
    """Run the statement of this name in a transaction and return its rows.

    One that would unwind nothing but empty lists is not sent: it could do nothing, and planning it takes time.
    """
    lists = [value for value in parameters.values() if isinstance(value, list)]
    if lists and not any(lists):
        return []
    return [dict(record) for record in tx.run(statement(name).text, parameters)]


def native(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the same with Python's dates for the driver's."""
    return {key: value.to_native() if hasattr(value, "to_native") else value for key, value in properties.items()}
