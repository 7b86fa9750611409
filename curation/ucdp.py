"""Armed groups of the Uppsala Conflict Data Program as `ucdp_groups.tsv`, without those described by hand.

Communal groups (clans and peoples) and names in general words are left out: they would be found where none is meant.
"""

import re
from pathlib import Path

from casus.knowledge.folding import plain
from curation.english import is_word
from curation.rows import Row, Taken, read, write

GENERAL = re.compile(
    r"\b(faction|forces of|supporters|civilians|Government|militias? of|Military|opposition|Christians?|Muslims?"
    r"|farmers|herders|pastoralists|community|tribe|clan|Guard$)\b",
    re.IGNORECASE,
)


def run(folder: Path) -> None:
    """Write `ucdp_groups.tsv`."""
    taken, states = Taken(["armed_groups.tsv", "organisations.tsv"]), Taken(["states.tsv"])
    rows = [made for row in read(folder / "ucdp_actors.tsv") if (made := _row(row, taken, states))]
    write("ucdp_groups.tsv", "id kind name iso3 aliases comment", rows)


def _row(row: Row, taken: Taken, states: Taken) -> Row | None:
    names = _names(row)
    countries = row["conflict_location_iso3"].split("|")
    if row["type"] != "organised_armed_group" or not names or _is_described(names, countries, taken, states):
        return None
    made = {
        "id": taken.id("org", names[0], countries[0].lower(), row["ucdp_actor_id"]),
        "kind": "armed-group",
        "name": names[0],
        "iso3": countries[0],
        "aliases": "|".join(names[1:]),
        "comment": f"UCDP actor {row['ucdp_actor_id']}",
    }
    taken.add(made)
    return made


def _is_described(names: list[str], countries: list[str], taken: Taken, states: Taken) -> bool:
    """Whether a row by hand has one of the names: in the same country, or the first of them or a long one anywhere."""
    long = [name for name in names if name.count(" ") > 1]
    if any(states.has_anywhere(name) for name in names) or any(map(taken.has_anywhere, (names[0], *long))):
        return True
    return any(taken.has(name, *countries) if any(countries) else taken.has_anywhere(name) for name in names)


def _names(row: Row) -> list[str]:
    """Return the names, the full English one first; a name of one common word is none."""
    given = [row["full_name_english"], row["name"], row["abbreviation"], *row["aliases"].split("|")]
    parts = [part.strip() for name in given for part in re.split(r"[;/\[\]]|\s\(", name.replace(")", ""))]
    return list(dict.fromkeys(part for part in parts if _tells(part)))


def _tells(name: str) -> bool:
    if GENERAL.search(name) or is_word(name) or not name[:1].isupper() or "|" in name or not plain(name).isascii():
        return False
    return len(name) >= 3 if name.isupper() else len(name) >= 5
