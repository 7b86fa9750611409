"""Seas, straits, islands, mountains, deserts and rivers of Natural Earth as `features.tsv`."""

from pathlib import Path

from curation.english import is_word
from curation.rows import Row, Taken, read, write

KINDS = {
    "ocean": "ocean", "sea": "sea", "gulf": "gulf", "bay": "bay", "strait": "strait", "channel": "strait",
    "sound": "strait", "island": "island", "island group": "island", "range/mtn": "mountain", "mountain": "mountain",
    "desert": "desert", "river": "river", "lake": "lake", "alkaline lake": "lake", "peninsula": "region",
    "pen/cape": "region", "cape": "cape", "plateau": "region", "plain": "plain", "delta": "region", "valley": "region",
    "isthmus": "region",
}  # fmt: skip
WRITTEN_OUT = {
    "Mts.": "Mountains",
    "Pk.": "Peak",
    "Is.": "Islands",
    "I.": "Island",
    "Pen.": "Peninsula",
    "Mt.": "Mount",
}
LEAST_RANK = 5


def run(folder: Path) -> None:
    """Write `features.tsv`: what a world map of middling detail would show."""
    taken = Taken(["places.tsv", "states.tsv", "cities.tsv", "provinces.tsv"])
    rows: list[Row] = []
    for row in read(folder / "geo_features.tsv"):
        name = " ".join(WRITTEN_OUT.get(word, word) for word in row["name"].split())
        told = taken.has_anywhere(name) or is_word(name) or len(name) < 5
        if row["feature_class"] in KINDS and _shown(row) and not told:
            rows.append(_row(row, name, taken))
            taken.add(rows[-1])
    write("features.tsv", "id kind name latitude longitude", rows)


def _shown(row: Row) -> bool:
    return float(row["scalerank"] or 9) <= LEAST_RANK


def _row(row: Row, name: str, taken: Taken) -> Row:
    kind = KINDS[row["feature_class"]]
    return {
        "id": taken.id("place", name, kind, f"{float(row['lat']):.0f}", f"{float(row['lon']):.0f}"),
        "kind": kind,
        "name": name if not name.isupper() else name.title(),
        "latitude": row["lat"],
        "longitude": row["lon"],
    }
