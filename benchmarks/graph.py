"""How quick the graph is at a given size: loads and questions, each beside the bare driver.

    python -m benchmarks.graph [--relationships 100000]…

A graph of made-up news is grown to each size, on an embedded Neo4j of its own or the one that CASUS_NEO4J_URI names
(which must be empty). Each question is asked of many different entities, over REST and through the bare driver in turn.
Then loading is measured: batches through Casus take turns with batches of the same making, of another world, that are
written as they stand, by plain UNWIND on the same driver, all that follows from them included.
"""

import multiprocessing
import socket
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from typing import Annotated, Any
from urllib.parse import quote

import psutil
import typer
import uvicorn
from rich.console import Console
from rich.progress import Progress

from benchmarks.world import World
from casus import logs
from casus.api.app import create_app
from casus.batches import batches
from casus.graph import Graph, queries, rows
from casus.graph.blocking import clues
from casus.graph.incidents import together
from casus.graph.statements import statement
from casus.records import Record
from casus.settings import Settings

BARE = Path(__file__).parent
COUNTED = "MATCH ()-[r]->() RETURN count(r) AS number"
PER_DOCUMENT = 50  # relationships, about
MOST_ACTIVE = [("state/S00", "state/S01"), ("state/S01", "state/S02"), ("state/S02", "state/S00")]
PROFILED = 10  # one of so many calls


@dataclass
class Timed:
    """Seconds that calls took, and how often some of them looked at the store, which no other work changes."""

    rest: list[float]
    bare: list[float]
    hits: list[int]


def main(
    relationships: Annotated[list[int] | None, typer.Option(help="Sizes to grow to, one after the other.")] = None,
    calls: Annotated[int, typer.Option(help="How many times each question is asked.")] = 300,
    pairs: Annotated[int, typer.Option(help="How many pairs of batches are loaded.")] = 10,
) -> None:
    """Print one table for each size."""
    logs.configure("warning")
    sizes = sorted(relationships or [100_000])
    world, other = (World(sizes[-1] // PER_DOCUMENT, mark=mark) for mark in ("", "other"))
    with tempfile.TemporaryDirectory() as folder, _graph(Path(folder)) as graph:
        for size in sizes:
            grow(graph, world, size)
            print(f"\n### {_size(graph):,} relationships\n")
            print(_asking(ask(graph, world, calls)))
            print(_loading(load(graph, world, other, pairs)))
            print(f"Memory: {_memory() / 2**30:.2f} GiB, Neo4j's and the API's together.", flush=True)


@contextmanager
def _graph(folder: Path) -> Iterator[Graph]:
    settings = Settings(data_dir=folder, server_start=600, query_time=600)  # the machine may be busy
    with Graph.open(settings) as graph:
        yield graph


def grow(graph: Graph, world: World, size: int) -> None:
    """Load until the graph has the size."""
    there = _size(graph)
    records = world.records(max(400, (size - there) // PER_DOCUMENT), f"d{size}")
    with Progress(console=Console(stderr=True)) as shown:
        task = shown.add_task(f"to {size:,} relationships", total=max(size - there, 1))
        for batch in batches(records, graph.settings.load_batch):
            graph.load(batch)
            shown.update(task, completed=_size(graph) - there)
            if _size(graph) >= size:
                return


def load(graph: Graph, world: World, other: World, pairs: int) -> list[tuple[float, float]]:
    """Return rows a second of pairs of batches, through Casus and bare."""
    number = graph.settings.load_batch
    then = f"then{_size(graph)}"
    ours, bare = (one.records(pairs * number, f"{then}{one.mark}") for one in (world, other))
    return [
        (_speed(some, graph.load), _speed(others, lambda records: _write(graph, records)))
        for some, others in zip(batches(ours, number), batches(bare, number), strict=True)
    ]


def _speed(records: Sequence[Record], load: Callable[[Sequence[Record]], Any]) -> float:
    number = sum(map(len, _rows(records).values()))
    began = time.perf_counter()
    load(records)
    return number / (time.perf_counter() - began)


def _rows(records: Sequence[Record]) -> dict[str, list[dict[str, Any]]]:
    """Return what a load of new documents writes, statement by statement."""
    reports = [row for record in records for row in rows.reports(record, {})]
    mentions = [row for record in records for row in rows.mentions(record, {})]
    return {
        "load/documents": [rows.document(record) for record in records],
        "load/mentions": mentions,
        "load/entities": [_named(row) for row in {row["entity"]: row for row in mentions}.values()],
        "load/reports": reports,
        "load/passages": [row for record in records for row in rows.passages(record)],
        "load/claims": [row for record in records for row in rows.claims(record, {})],
        "load/incidents": [
            {"says": together([{**it, "published": None}]), "reports": [it["id"]]} for it in _says(reports)
        ],
        "relationships": (plain := [row for record in records for row in _plain(record)]),
        "load/clues": [clue for report in _says(reports) for clue in clues(report)],
        "meetings": list(_met(plain)),
    }


def _named(mention: dict[str, Any]) -> dict[str, Any]:
    labels = {"state": ["Actor", "State", "Place"], "org": ["Actor", "Organisation", "ArmedGroup"]}
    says = mention["says"]
    known = {"type": says["type"], "name": says["name"], "names": [says["name"]], "folded": [says["name"].lower()]}
    return {
        "id": mention["entity"],
        "labels": labels.get(mention["entity"].partition("/")[0], ["Place"]),
        "says": known,
    }


def _says(reports: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (row["says"] for row in reports)


def _plain(record: Record) -> Iterator[dict[str, Any]]:
    """Yield the plain relationship of each claim, as the document alone would have it."""
    incidents = {incident.id for incident in record.incidents}
    for claim in record.claims:
        ends = [
            rows.incident_id(rows.within(record, it)) if it in incidents else it for it in (claim.subject, claim.object)
        ]
        says = {"confidence": claim.confidence, "documents": 1, "first_reported": record.document.published}
        yield {"subject": ends[0], "object": ends[1], "type": claim.predicate.relationship, "says": says}


def _met(plain: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield who met whom in each incident."""
    parts = {(row["subject"], row["type"]): row["object"] for row in plain}
    for (incident, type), by in parts.items():
        if type == "PERPETRATOR":
            on = parts[incident, "TARGET"]
            says = {"rank": f"{by} {on} 0810000 {incident}", "confidence": 0.81, "least": 0.9, "type": "ASSAULT"}
            yield {"incident": incident, "by": by, "on": on, "says": says}


def _write(graph: Graph, records: Sequence[Record]) -> None:
    """Write rows as they stand, a batch in a transaction."""

    def write(tx: Any) -> None:
        for name, of in _rows(records).items():
            own = BARE / f"{name}.cypher"
            tx.run(own.read_text("utf-8") if own.exists() else statement(name).text, rows=of).consume()

    with graph.driver.session(database=graph.settings.neo4j_database) as session:
        session.execute_write(write)


def ask(graph: Graph, world: World, calls: int) -> dict[str, Timed]:
    """Ask each question many times, over REST and through the bare driver in turn."""
    incidents = [row["id"] for row in _run(graph, "MATCH (i:Incident) RETURN i.id AS id LIMIT 100000")]
    answering = [row["id"] for row in _run(graph, "MATCH (i)-[:RETALIATES_FOR]->() RETURN i.id AS id LIMIT 100000")]
    asked: dict[str, Callable[[int], tuple[str, Any]]] = {
        "proxy path, most active states": lambda n: _proxy(*MOST_ACTIVE[n % len(MOST_ACTIVE)]),
        "proxy path, any states": lambda _: _proxy(*world.states(2)),
        "retaliation chain": lambda n: _incident(answering[n * 7919 % len(answering)], "/retaliation"),
        "search": lambda _: _search(world.group().replace("org/group-", "Org grup ")),
        "incident page": lambda n: _incident(incidents[n * 7919 % len(incidents)], ""),
    }
    with _served(graph.settings) as client:
        return {name: _timed(graph, client, [make(n) for n in range(calls)]) for name, make in asked.items()}


def _proxy(source: str, target: str) -> tuple[str, Any]:
    if source == target:
        target = "state/S194"
    return f"/v1/paths/proxy?from={source}&to={target}", queries.proxy_paths(source, target)


def _incident(id: str, what: str) -> tuple[str, Any]:
    return f"/v1/incidents/{id}{what}", (queries.retaliation(id) if what else queries.incident(id))


def _search(name: str) -> tuple[str, Any]:
    return f"/v1/entities?q={quote(name)}", queries.search(name)


def _timed(graph: Graph, client: HTTPConnection, asked: list[tuple[str, Any]]) -> Timed:
    timed = Timed([], [], [])
    for number, (address, question) in enumerate(asked):
        calls = [(timed.rest, partial(_get, client, address)), (timed.bare, partial(_bare, graph, question))]
        for seconds, call in calls if number % 2 else reversed(calls):  # who comes second finds the store's pages warm
            began = time.perf_counter()
            call()
            if number >= len(asked) // 10:  # what comes before warms the plans up
                seconds.append(time.perf_counter() - began)
        if number % PROFILED == 0:
            timed.hits.append(_hits(graph, question))
    return timed


def _bare(graph: Graph, question: Any) -> None:
    _run(graph, question.statement.text, **question.parameters)


def _hits(graph: Graph, question: Any) -> int:
    profiled = graph.driver.execute_query(f"PROFILE {question.statement.text}", question.parameters)
    return _counted(profiled.summary.profile)


def _counted(step: Any) -> int:
    return int(step["args"].get("DbHits", 0)) + sum(map(_counted, step.get("children", [])))


def _run(graph: Graph, text: str, **parameters: Any) -> list[dict[str, Any]]:
    with graph.driver.session(database=graph.settings.neo4j_database, default_access_mode="READ") as session:
        return session.execute_read(lambda tx: tx.run(text, parameters).data())


@contextmanager
def _served(settings: Settings) -> Iterator[HTTPConnection]:
    """Serve from a process of its own, as `casus serve` does: threads of one process wait for one another."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as `casus serve` does
        server = multiprocessing.get_context("spawn").Process(target=_serve, args=[settings, listener], daemon=True)
        server.start()
        with closing(HTTPConnection(*listener.getsockname(), timeout=300)) as client:
            _get(client, "/healthz")
            yield client
        server.terminate()
        server.join()


def _get(client: HTTPConnection, address: str) -> None:
    """Read an answer with the leanest of clients, since its time counts as the API's."""
    client.request("GET", address)
    answer = client.getresponse()
    answer.read()
    if answer.status not in {200, 404}:
        raise RuntimeError(f"{address}: {answer.status}")


def _serve(settings: Settings, listener: socket.socket) -> None:
    logs.configure("warning")
    uvicorn.Server(uvicorn.Config(create_app(settings), log_config=None, access_log=False)).run(sockets=[listener])


def _size(graph: Graph) -> int:
    return int(_run(graph, COUNTED)[0]["number"])


def _loading(speeds: list[tuple[float, float]]) -> str:
    ours, bare = (median(column) for column in zip(*speeds, strict=True))
    ratio = median(one / other for one, other in speeds)
    return (
        "| loading | rows/s through Casus | bare | ratio, median of pairs |\n|---|---:|---:|---:|\n"
        f"| {len(speeds)} pairs of batches | {ours:,.0f} | {bare:,.0f} | {ratio:.2f} |\n"
    )


def _asking(timed: dict[str, Timed]) -> str:
    lines = [
        "| question | REST p50 ms | p99 | bare p50 ms | p99 | ratio of medians | database hits, median | most |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, times in timed.items():
        rest, bare = ([1e3 * value for value in _quantiles(one)] for one in (times.rest, times.bare))
        lines.append(
            f"| {name} | {rest[0]:.1f} | {rest[1]:.1f} | {bare[0]:.1f} | {bare[1]:.1f} | {rest[0] / bare[0]:.2f} "
            f"| {median(times.hits):,.0f} | {max(times.hits):,} |"
        )
    return "\n".join(lines)


def _quantiles(values: list[float]) -> tuple[float, float]:
    cut = quantiles(values, n=100)
    return cut[49], cut[98]


def _memory() -> int:
    this = psutil.Process()
    return sum(process.memory_info().rss for process in (this, *this.children(recursive=True)))


if __name__ == "__main__":
    typer.run(main)
