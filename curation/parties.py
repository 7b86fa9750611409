"""Political parties and pressure groups of the CIA World Factbook as `parties.tsv`.

Those listed in three editions or more; names in two languages give two names.
"""

import re
from pathlib import Path

from casus.knowledge import tables
from casus.knowledge.index import DATA
from curation.english import is_word
from curation.rows import Row, Taken, read, write

LEAST_YEARS = 8
VAGUE = re.compile(
    r"^(Independents?|Other|None|Labou?r unions?|Trade unions?|NA\b|Various|Chamber of|Islamists|The Left)|\bgroups?$",
    re.IGNORECASE,
)


def run(folder: Path) -> None:
    """Write `parties.tsv`."""
    taken = Taken(["armed_groups.tsv", "organisations.tsv", "states.tsv", "ucdp_groups.tsv", "places.tsv"])
    groups = Taken(["armed_groups.tsv"])
    rows_of_states = (cells for _, cells in tables.read(DATA / "states.tsv").parsed(dict))
    states = {cells["id"] for cells in rows_of_states if cells["kind"] != "territory"}
    rows = [made for row in read(folder / "parties_factbook.tsv") if (made := _row(row, taken, groups, states))]
    write("parties.tsv", "id kind name iso3 aliases", rows)


def _row(row: Row, taken: Taken, groups: Taken, states: set[str]) -> Row | None:
    names = [name.strip() for name in re.split(r" or |;|/", row["name"].replace('"', "")) if name.strip()]
    if not names or f"state/{row['iso3']}" not in states or not _lasting(row) or not _tells(names[0]):
        return None
    if taken.has(names[0], row["iso3"]) or groups.has_anywhere(names[0]):
        return None
    aliases = [
        name
        for name in (*names[1:], *_abbreviations(row))
        if _tells(name) or (name.isupper() and len(name) > 2 and not is_word(name))
    ]
    made = {
        "id": taken.id("org", names[0], row["iso3"].lower(), row["first_edition"]),
        "kind": "party" if row["kind"] == "party" else "movement",
        "name": names[0],
        "iso3": row["iso3"],
        "aliases": "|".join(dict.fromkeys(aliases)),
    }
    taken.add(made)
    return made


def _lasting(row: Row) -> bool:
    return int(row["last_edition"]) - int(row["first_edition"]) >= LEAST_YEARS


def _abbreviations(row: Row) -> list[str]:
    parts = re.split(r"\W+ or |[\s;,|/]+", row["abbreviation"])
    return [part for part in parts if part.isupper() and len(part) > 2 and not is_word(part)]


def _tells(name: str) -> bool:
    """Whether it is a name of its own: capitals, no sentence, not one short word."""
    words = name.split()
    proper = len(words) > 1 or (len(name) > 5 and not is_word(name))
    return (
        name[0].isupper() and proper and len(words) <= 9 and not VAGUE.search(name) and not re.search(r"[(\[:]", name)
    )
