"""How long a search takes among 100,000 names, and how often it finds whom it is for.

    python -m benchmarks.search [--names 100000] [FOLDER]

The names are those that Casus ships; FOLDER has tables (.tsv) of more, with a column `name`; what is missing to the
number is made from the words of those. They are loaded as documents are, into an embedded Neo4j in a folder of its own;
CASUS_NEO4J_URI names another, WHOSE DOCUMENTS ARE RETRACTED. Times are those of the whole question, driver and all.
"""

import argparse
import csv
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

from casus.graph import Graph, queries
from casus.graph.names import fold
from casus.knowledge import Knowledge
from casus.ontology import EntityType
from casus.records import Document, Entity, Record
from casus.settings import Settings

ASKED = 200
"""Searches of each kind."""
A_DOCUMENT = 500
"""Entities in each document that is loaded."""


def main() -> None:
    """Load, search, and print a line for each kind of search."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("folder", type=Path, nargs="?")
    given = parser.parse_args()
    entities = list(_enough(given.folder, given.names))
    with tempfile.TemporaryDirectory() as folder, Graph.open(_settings(Path(folder))) as graph:
        graph.driver.execute_query(
            "MATCH (n) WHERE NOT n:Casus DETACH DELETE n", database_=graph.settings.neo4j_database
        )
        graph.load(_documents(entities))
        graph.driver.execute_query("CALL db.awaitIndexes(600)", database_=graph.settings.neo4j_database)
        names = sum(1 + len(entity.aliases) for entity in entities)
        print(f"{names} names of {len(entities)} entities; {ASKED} searches of each kind")
        print(f"{'':16}{'p50':>9}{'p99':>9}{'first':>9}{'in 10':>9}")
        for kind, spelt in KINDS.items():
            _measure(graph, kind, spelt, random.Random(7).sample(entities, ASKED))


def _settings(folder: Path) -> Settings:
    return Settings().model_copy(update={"data_dir": folder, "query_time": 60.0, "server_start": 600.0})


def _measure(graph: Graph, kind: str, spelt: Callable[[str, random.Random], str], asked: list[Entity]) -> None:
    chance = random.Random(11)
    times, first, among = [], 0, 0
    for entity in [*asked[:10], *asked]:  # the first ten warm up
        start = time.perf_counter()
        found = [one.id for one in graph.ask(queries.search(spelt(entity.name, chance))).items][:10]
        times.append(time.perf_counter() - start)
        first += found[:1] == [entity.id]
        among += entity.id in found
    times = sorted(times[10:])
    p50, p99 = times[len(times) // 2] * 1e3, times[int(len(times) * 0.99)] * 1e3
    print(f"{kind:16}{p50:6.1f} ms{p99:6.1f} ms{first / len(times) / 1.05:9.2f}{among / len(times) / 1.05:9.2f}")


def _as_it_is(name: str, _: random.Random) -> str:
    return name


def _mistyped(name: str, chance: random.Random) -> str:
    """Swap, drop or double a letter of the longest word."""
    word = max(fold(name).split() or [name], key=len)
    at = chance.randrange(max(len(word) - 1, 1))
    wrong = chance.choice([word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
                           word[:at] + word[at + 1 :], word[:at] + word[at : at + 1] + word[at:]])  # fmt: skip
    return fold(name).replace(word, wrong or word, 1)


def _transliterated(name: str, _: random.Random) -> str:
    """Spell vowels as another transliteration would."""
    return fold(name).replace("ei", "i").replace("ou", "u").replace("o", "u", 1).replace("e", "i", 1)


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "as it is": _as_it_is, "mistyped": _mistyped, "transliterated": _transliterated,
}  # fmt: skip


def _enough(folder: Path | None, most: int) -> Iterator[Entity]:
    """Yield entities until they have so many names."""
    left = most
    for entity in _all(folder):
        if left <= 0:
            return
        left -= 1 + len(entity.aliases)
        yield entity


def _all(folder: Path | None) -> Iterator[Entity]:
    known = list(Knowledge.load())
    for one in known:
        aliases = [alias for alias in one.aliases if alias.strip()]
        yield Entity(id=one.id, type=one.type, name=one.name, iso3=one.iso3, mentions=[(0, 1)], aliases=aliases)
    seen = {fold(one.name) for one in known}
    number = count(1)
    for name in _further(folder, [one.name for one in known if one.type is not EntityType.PLACE]):
        if fold(name) and fold(name) not in seen:
            seen.add(fold(name))
            yield Entity(id=f"org/further-{next(number)}", type=EntityType.ORGANISATION, name=name, mentions=[(0, 1)])


def _further(folder: Path | None, names: list[str]) -> Iterator[str]:
    for table in sorted(folder.glob("*.tsv")) if folder else []:
        with table.open(encoding="utf-8", newline="") as file:
            yield from (row["name"] for row in csv.DictReader(file, delimiter="\t") if row.get("name"))
    words = sorted({word for name in names for word in name.split()})
    chance = random.Random(3)
    while True:
        yield " ".join(chance.sample(words, chance.randint(2, 4)))


def _documents(entities: list[Entity]) -> Iterator[Record]:
    rest = iter(entities)
    for number in count():
        some = list(islice(rest, A_DOCUMENT))
        if not some:
            return
        yield Record(document=Document(id=f"names/{number}", text="So."), entities=some)


if __name__ == "__main__":
    main()
