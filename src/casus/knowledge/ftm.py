"""FollowTheMoney entities, one JSON object a line, as things known."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from casus.errors import BadData, Unreadable
from casus.knowledge import tables
from casus.knowledge.folding import plain
from casus.knowledge.known import KINDS, Known

SCHEMATA: dict[str, str] = {
    "Person": "person",
    "Organization": "movement",
    "Company": "company",
    "PublicBody": "government-body",
    "LegalEntity": "movement",
    "Address": "landmark",
}
"""The schemata that are read, and the kind each becomes; entities of other schemata are left out."""

_NOT_IN_IDS = re.compile(r"[^\w.-]+")


def files(folder: Path) -> list[Path]:
    """Return the folder's files of FollowTheMoney entities: `*.ftm.json`, `*.ftm.jsonl`."""
    return sorted((*folder.glob("*.ftm.json"), *folder.glob("*.ftm.jsonl")))


def read(path: Path) -> Iterator[Known]:
    """Read a file's entities. Raises Unreadable, and BadData with the line where one breaks the format."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path}: {error}") from None
    for number, line in enumerate(lines, 1):
        if line.strip() and (known := _line(line, f"{path.name}, line {number}")):
            yield known


def _line(line: str, where: str) -> Known | None:
    try:
        entity = json.loads(line)
        return _known(entity)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadData(f"{where}: no FollowTheMoney entity: {error}") from None


def _known(entity: Mapping[str, Any]) -> Known | None:
    kind = SCHEMATA.get(entity["schema"])
    if kind is None:
        return None
    properties: Mapping[str, Sequence[str]] = entity["properties"]
    names = [*properties.get("name", ()), *properties.get("alias", ()), *properties.get("weakAlias", ())]
    if not names:
        raise ValueError(f"entity {entity['id']!r} has no name")
    return tables.known(_cells(str(entity["id"]), kind, names))


def _cells(entity: str, kind: str, names: Sequence[str]) -> tables.Cells:
    room = {"Person": "person", "Place": "place"}.get(KINDS[kind], "org")
    return {
        "id": f"{room}/{_NOT_IN_IDS.sub('-', plain(entity))}",
        "kind": kind,
        "name": names[0],
        "aliases": "|".join(name.replace("|", " ") for name in dict.fromkeys(names[1:])),
    }
