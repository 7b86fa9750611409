"""First-level divisions of Natural Earth as `provinces.tsv`; units too small to be in the news are left out."""

from pathlib import Path

from curation.english import is_word
from curation.rows import Row, Taken, read, write

TOO_FINE = set("GBR SVN LVA MLT MKD EST LTU MDA BHS JAM MUS LUX LIE AND SMR MCO NRU TUV PLW ATG DMA GRD BRB".split())
"""Countries whose divisions there are boroughs, communes or parishes."""


def run(folder: Path) -> None:
    """Write `provinces.tsv`."""
    taken, cities, states = Taken(["places.tsv"]), Taken(["cities.tsv"]), Taken(["states.tsv"])
    taken.ids |= cities.ids
    rows: list[Row] = []
    for row in read(folder / "admin1.tsv"):
        name = row["name"].partition(" (")[0].strip()
        told = states.has_anywhere(name) or any(files.has(name, row["iso3"]) for files in (taken, cities))
        of_a_state = f"state/{row['iso3']}" in states.ids and row["iso3"] not in TOO_FINE
        if of_a_state and not told and _tells(taken.folding.key(name)):
            rows.append(_row(row, name, taken))
            taken.add(rows[-1])
    write("provinces.tsv", "id kind name iso3 parent latitude longitude aliases", rows)


def _tells(key: str) -> bool:
    """Whether a name would not be found where a common word is meant."""
    return len(key) > 4 and not key.startswith("the ") and not is_word(key.removesuffix(" region"))


def _row(row: Row, name: str, taken: Taken) -> Row:
    return {
        "id": taken.id("place", name, row["iso3"].lower(), "province", row["ne_adm1_code"]),
        "kind": "province",
        "name": name,
        "iso3": row["iso3"],
        "parent": f"state/{row['iso3']}",
        "latitude": row["lat"],
        "longitude": row["lon"],
    }
