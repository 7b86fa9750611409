"""What one more document costs as the graph grows: its time, and how much of the graph is touched to place it.

    python -m benchmarks.identity_scale [INCIDENTS ...]

Fills a graph of its own with synthetic incidents, 1,000 and 100,000 unless others are named: reports of one type over
ten years in 30 countries of unequal share (the first in a tenth of all), by 40 groups, in towns; then loads ten more
documents one at a time, which tell of events that are there, and takes them out again. Hits are the database accesses
of the query for candidates, as PROFILE counts them: a figure that other work on the machine does not change. Memory and
disk are those of the embedded Neo4j.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from casus.graph import Graph
from casus.graph.blocking import MOST_LOOKED_AT, NARROW, clues
from casus.graph.embedded import server
from casus.graph.rows import LOOK_BACK, reports
from casus.graph.statements import statement
from casus.ontology import EntityType, EventType, Predicate, Status
from casus.records import Claim, Dates, Document, Entity, Incident, Record, Toll
from casus.settings import Settings

FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
COUNTRIES = [f"{a}{b}X" for a in "ABCDEF" for b in "GHIJK"]
SHARES = [1 / (rank + 3) for rank in range(len(COUNTRIES))]  # the first has a tenth
GROUPS = 40
TOWNS = 200
MORE = 10
TEXT = "Fighters attacked a post near the town and killed several soldiers, officials said."


def main() -> None:
    """Print a line for each size."""
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 100_000]
    print(f"{'incidents':>10} {'load/s':>8} {'one more, ms':>13} {'hits':>8} {'candidates':>11}")
    with TemporaryDirectory() as folder:
        settings = Settings(
            _env_file=None, neo4j_uri=None, data_dir=Path(folder), server_start=300, query_time=600, load_batch=500
        )
        try:
            with Graph.open(settings) as graph:
                _measure(graph, sizes)
        finally:
            server.stop(settings)


def _measure(graph: Graph, sizes: list[int]) -> None:
    there = 0
    for size in sorted(sizes):
        start = time.perf_counter()
        graph.load(_record(number) for number in range(there, size))
        pace = (size - there) / (time.perf_counter() - start)
        there = size
        times, hits, found = zip(*(_one_more(graph, number, size) for number in range(MORE)), strict=True)
        print(
            f"{size:10,} {pace:8,.0f} {median(times) * 1e3:13.1f} {median(hits):8,.0f} {median(found):11.1f}",
            flush=True,
        )


def _one_more(graph: Graph, number: int, size: int) -> tuple[float, int, int]:
    """Return seconds to load another telling of an event, and hits and rows of the query for its candidates."""
    told = random.Random(number).randrange(size)
    again = _record(told, f"more/{number}")
    start = time.perf_counter()
    graph.load([again])
    seconds = time.perf_counter() - start
    found = [clue for report in reports(again, {}) for clue in clues(report["says"])]
    parameters = {"rows": found, "narrow": NARROW, "reach": LOOK_BACK, "most": MOST_LOOKED_AT}
    profiled = graph.driver.execute_query(f"PROFILE {statement('load/candidates').text}", parameters)
    graph.retract(f"more/{number}")
    return seconds, _hits(profiled.summary.profile), len(profiled.records)


def _hits(profile: dict[str, object]) -> int:
    arguments, children = profile.get("args", {}), profile.get("children", [])
    assert isinstance(arguments, dict)
    assert isinstance(children, list)
    return int(arguments.get("DbHits", 0)) + sum(map(_hits, children))


def _record(number: int, id: str | None = None) -> Record:
    """Return the record of a document that tells of one incident; the same for the same number."""
    draw = random.Random(number)
    [country] = draw.choices(COUNTRIES, SHARES)
    group, town = f"org/group-{draw.randrange(GROUPS)}", f"place/{country.lower()}-town-{draw.randrange(TOWNS)}"
    day = FIRST_DAY + timedelta(draw.randrange(DAYS))
    killed = draw.randrange(1, 30)
    return Record(
        document=Document(id=id or f"story/{number}", text=TEXT, published=day + timedelta(1)),
        entities=list(_entities(country, group, town)),
        incidents=[
            Incident(
                id="i1",
                type=EventType.ASSAULT,
                mode="firearms",
                status=Status.OCCURRED,
                date=Dates(earliest=day, latest=day),
                killed=Toll(min=killed, max=killed),
                mentions=[(9, 17)],
            )
        ],
        claims=[
            _claim("c1", "i1", Predicate.PERPETRATOR, group),
            _claim("c2", "i1", Predicate.TARGET, f"state/{country}"),
            _claim("c3", "i1", Predicate.LOCATED_IN, town),
        ],
    )


def _entities(country: str, group: str, town: str) -> Iterator[Entity]:
    for id, type in ((f"state/{country}", EntityType.STATE), (group, EntityType.ARMED_GROUP), (town, EntityType.PLACE)):
        yield Entity(id=id, type=type, name=id, iso3=country, mentions=[(0, 8)])


def _claim(id: str, subject: str, predicate: Predicate, object: str) -> Claim:
    return Claim(id=id, subject=subject, predicate=predicate, object=object, confidence=0.8, evidence=[(0, len(TEXT))])


if __name__ == "__main__":
    main()
