"""Military airfields and large airports (Natural Earth, airportsdata) as `airfields.tsv`."""

from pathlib import Path

from curation.rows import Row, Taken, read, write

KINDS = {"military_airfield": "base", "airport_major": "airport"}


def run(folder: Path) -> None:
    """Write `airfields.tsv`."""
    taken = Taken(["places.tsv", "cities.tsv"])
    rows: list[Row] = []
    for row in read(folder / "airfields_ports.tsv"):
        name = row["name"].partition(" (")[0]
        if row["kind"] in KINDS and " " in name and row["iso3"] and not taken.has(name, row["iso3"]):
            rows.append(_row(row, name, taken))
            taken.add(rows[-1])
    write("airfields.tsv", "id kind name iso3 parent latitude longitude aliases", rows)


def _row(row: Row, name: str, taken: Taken) -> Row:
    return {
        "id": taken.id("place", name, row["iso3"].lower(), row["icao"] or row["iata"] or row["lat"]),
        "kind": KINDS[row["kind"]],
        "name": name,
        "iso3": row["iso3"],
        "parent": f"state/{row['iso3']}",
        "latitude": row["lat"],
        "longitude": row["lon"],
        "aliases": "|".join(_aliases(name)),
    }


def _aliases(name: str) -> list[str]:
    if name.endswith(" International Airport"):
        return [name.replace(" International Airport", " Airport")]
    return [name.replace("Air Base", "Airbase")] if name.endswith("Air Base") else []
