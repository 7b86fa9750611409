"""How fast rows of data sets become records, on one core and before any load.

    python -m benchmarks.datasets FOLDER

FOLDER has the files that are named below; what is missing is left out. Of sets that have no sample, rows are made up in
their layout, with all its columns. Times are the processor's, so that other work on the machine counts little; a set's
rows are read again and again until there are enough of them.
"""

import csv
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from casus.datasets import Importing, gdelt
from casus.knowledge import Knowledge

FILES = {
    "ucdp-esd": "ucdp-esd-ay-181.csv",
    "icews": "icews.tsv.gz",
    "polecat": "polecat.csv.gz",
    "mapping-militants": "militant-relationships.csv",
}
ENOUGH = 100_000
"""Rows read of each set."""
MADE_UP = 10_000
"""Rows made up of a set."""

GED = (
    "id relid year active_year type_of_violence conflict_new_id conflict_name dyad_new_id dyad_name side_a_new_id"
    " side_a side_b_new_id side_b number_of_sources source_article source_office source_date source_headline"
    " source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt"
    " priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b"
    " deaths_civilians deaths_unknown best high low gwnoa gwnob"
).split()
ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1"
    " actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location"
    " latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
SIDES = ["Government of Mali", "Government of Syria", "JNIM", *(f"Group {number}" for number in range(300))]

Row = dict[str, str]


def main(folder: Path) -> None:
    """Print a line for each set: rows a second, and what became of them."""
    knowledge = Knowledge.load()
    print(f"{'set':18} {'rows/s':>8} {'rows':>8} {'records':>8} {'silent':>7} {'bad':>5} {'resolved':>8}")
    with TemporaryDirectory() as made:
        files = {name: folder / file for name, file in FILES.items()} | _made_up(Path(made))
        for name, path in files.items():
            if path.exists():
                print(_measured(name, path, knowledge))


def _measured(name: str, path: Path, knowledge: Knowledge) -> str:
    this = Importing.of(name, knowledge)
    start = process_time()
    records = sum(1 for _ in _again(this, path))
    seconds = process_time() - start
    speed = f"{this.rows / seconds:8,.0f} {this.rows:8,} {records:8,}"
    return f"{name:18} {speed} {this.silent:7,} {this.bad:5,} {this.actors.resolved.share:8.1%}"


def _again(this: Importing, path: Path) -> Iterator[object]:
    while this.rows < ENOUGH:
        yield from this.records(path, lambda _: None)


def _made_up(folder: Path) -> dict[str, Path]:
    """Write files of the sets that have no sample, and return where they are."""
    random.seed(7)
    return {
        "ucdp-ged": _written(folder / "ged.csv", GED, _ged),
        "acled": _written(folder / "acled.csv", ACLED, _acled),
        "gdelt": _written(folder / "gdelt.tsv", gdelt.COLUMNS, _gdelt, headed=False),
    }


def _written(path: Path, columns: list[str], row: Callable[[int], Row], *, headed: bool = True) -> Path:
    with path.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, columns, restval="1", delimiter="," if headed else "\t")
        if headed:
            writer.writeheader()
        writer.writerows(row(number) for number in range(MADE_UP))
    return path


def _ged(number: int) -> Row:
    day = f"20{random.randrange(1, 22):02}-0{random.randrange(1, 9)}-{random.randrange(10, 28)}"
    return {
        "id": str(number), "type_of_violence": random.choice("123"), "country": "Mali",
        "side_a": random.choice(SIDES), "side_b": random.choice([*SIDES, "Civilians"]),
        "where_coordinates": f"Town {number % 900}", "adm_1": "Mopti", "latitude": "15.2", "longitude": "-1.7",
        "date_start": day, "date_end": day, "low": "1", "best": "3", "high": "5",
        "source_article": "A headline of some length, the agency that had it, and the day on which it was published",
    }  # fmt: skip


def _acled(number: int) -> Row:
    return {
        "event_id_cnty": f"MLI{number}", "event_date": "2021-03-04", "country": "Mali", "fatalities": "5",
        "location": f"Town {number % 900}",
        "sub_event_type": random.choice(["Armed clash", "Attack", "Other"]), "latitude": "15.2", "longitude": "-1.7",
        "actor1": "Military Forces of Mali (2020-)", "actor2": random.choice(["JNIM", "Civilians (Mali)", *SIDES]),
        "notes": "On 4 March, men came to the village, and several people were killed, said a source.",
    }  # fmt: skip


def _gdelt(number: int) -> Row:
    return {
        "GLOBALEVENTID": str(number), "SQLDATE": "20210304", "DATEADDED": "20210305101500",
        "EventCode": random.choice(["190", "010", "1953", "042"]), "Actor1Name": "MALI", "Actor1CountryCode": "MLI",
        "Actor1Type1Code": "MIL", "Actor2Name": f"REBEL {number % 700}", "ActionGeo_Type": "4",
        "ActionGeo_FullName": f"Town {number % 900}, Mopti, Mali", "ActionGeo_Lat": "15.28", "ActionGeo_Long": "-1.7",
        "SOURCEURL": f"https://news.example/{number}",
    }  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
