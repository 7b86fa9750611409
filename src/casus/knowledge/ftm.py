"""FollowTheMoney entities, one JSON object a line, as things known."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from casus.errors import BadData, Unreadable
from casus.knowledge import tables
from casus.knowledge.folding import plain
from casus.knowledge.known import Known

SCHEMATA: dict[str, str] = {
    "Person": "person",
    "Organization": "movement",
    "Company": "company",
    "PublicBody": "government-body",
    "LegalEntity": "movement",
    "Address": "landmark",
}
"""The schemata that are read, and the kind each becomes; entities of other schemata are left out."""

TERROR = "crime.terror"
"""The topic of an organisation that makes it an armed group."""

_NOT_IN_IDS = re.compile(r"[^\w.-]+")


def files(folder: Path) -> list[Path]:
    """Return the folder's files of FollowTheMoney entities: `*.ftm.json`, `*.ftm.jsonl`."""
    return sorted((*folder.glob("*.ftm.json"), *folder.glob("*.ftm.jsonl")))


def read(path: Path, countries: Mapping[str, str]) -> Iterator[Known]:
    """Read a file's entities; `countries` gives the ISO 3166-1 code of three letters for one of two.

    Raises Unreadable, and BadData with the line where one breaks the format.
    """
    yield from (known for line, where in _lines(path) if (known := _line(line, where, countries)))


def problems(path: Path) -> Iterator[str]:
    """Give every line that breaks the format."""
    for line, where in _lines(path):
        try:
            _line(line, where, {})
        except BadData as error:
            yield str(error)


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path}: {error}") from None
    yield from ((line, f"{path.name}, line {number}") for number, line in enumerate(lines, 1) if line.strip())


def _line(line: str, where: str, countries: Mapping[str, str]) -> Known | None:
    try:
        entity = json.loads(line)
        cells = _cells(entity["id"], entity["schema"], entity["properties"], countries)
        return tables.known(cells) if cells else None
    except KeyError as error:
        raise BadData(f"{where}: no FollowTheMoney entity: {error} is missing") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise BadData(f"{where}: no FollowTheMoney entity: {error}") from None


def _cells(
    identity: str, schema: str, properties: Mapping[str, Sequence[str]], countries: Mapping[str, str]
) -> tables.Cells | None:
    """Return an entity as a row of a data file, or nothing where its schema is not one that is read."""
    if schema not in SCHEMATA:
        return None
    kind = "armed-group" if TERROR in properties.get("topics", ()) and schema != "Person" else SCHEMATA[schema]
    names = [*properties.get("name", ()), *properties.get("alias", ()), *properties.get("weakAlias", ())]
    country = next(iter((*properties.get("country", ()), *properties.get("nationality", ()))), "")
    return {
        "id": f"{tables.room_of(kind)}/{_NOT_IN_IDS.sub('-', plain(identity))}",
        "kind": kind,
        "name": names[0] if names else "",
        "iso3": countries.get(country.lower(), ""),
        "aliases": "|".join(name.replace("|", " ") for name in dict.fromkeys(names[1:])),
    }
