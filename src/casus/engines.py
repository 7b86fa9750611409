"""On what extraction runs: in this process, in several of this machine, or on Ray, here or on a cluster.

All run the same function over batches of documents and give the same records in the same order: a record depends on its
document alone. At most AHEAD batches a worker are on their way at a time, so that any number of documents can come.
"""

import os
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

from casus import pipeline
from casus.batches import batches
from casus.errors import Unavailable, WorkerLost
from casus.records import Document, Record
from casus.settings import Settings

if TYPE_CHECKING:
    from casus.pipeline import Pipeline

BATCH = 16
"""Documents that a worker takes at a time."""

AHEAD = 2
"""Batches on their way for each worker: one being read, one waiting."""

Promise = TypeVar("Promise")
Batch = list[Document]


class Engine(StrEnum):
    """Where extraction runs."""

    LOCAL = "local"
    PROCESSES = "processes"
    RAY = "ray"


@dataclass(frozen=True)
class Workers:
    """How many workers there are, and for Ray where: the address of a cluster, or None for this machine."""

    number: int | None = None
    address: str | None = None


def extract(
    documents: Iterable[Document],
    settings: Settings,
    engine: Engine = Engine.LOCAL,
    workers: Workers = Workers(),
) -> Iterator[Record]:
    """Yield each document's record, in input order.

    Raises WorkerLost when one of several processes is killed; Ray gives a lost worker's documents to another. Raises
    Unavailable where Ray is not installed or does not answer.
    """
    match engine:
        case Engine.LOCAL:
            yield from pipeline.extract(documents, settings)
        case Engine.PROCESSES:
            yield from _on_processes(documents, settings, workers)
        case Engine.RAY:
            yield from _on_ray(documents, settings, workers)


def _on_processes(documents: Iterable[Document], settings: Settings, workers: Workers) -> Iterator[Record]:
    number = workers.number or os.cpu_count() or 1
    with ProcessPoolExecutor(number, get_context("spawn")) as pool:
        try:
            yield from _in_order(
                documents, lambda batch: pool.submit(_read, batch, settings), lambda it: it.result(), number
            )
        except BrokenProcessPool:
            raise WorkerLost(
                "a process that read documents was killed; run the rest again, or with more memory"
            ) from None


def _on_ray(documents: Iterable[Document], settings: Settings, workers: Workers) -> Iterator[Record]:
    ray = _ray()
    _require(workers.address)
    try:
        ray.init(workers.address, num_cpus=None if workers.address else workers.number, **_QUIETLY)
        task = ray.remote(num_cpus=1, max_retries=-1)(_read)
        known = ray.put(settings)
        number = workers.number or int(ray.cluster_resources().get("CPU", 1))
        yield from _in_order(documents, lambda batch: task.remote(batch, known), ray.get, number)
    finally:
        ray.shutdown()


_QUIETLY = {"include_dashboard": False, "log_to_driver": False, "logging_level": "error", "configure_logging": False}


def _ray() -> Any:
    try:
        import ray  # noqa: PLC0415  of the optional group `ray`
    except ModuleNotFoundError:
        raise Unavailable("Ray is not installed: pip install 'casus[ray]'") from None
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    return ray


def _require(address: str | None) -> None:
    """Raise Unavailable where nothing listens at a cluster's address: Ray itself would go on trying for minutes."""
    host, _, port = (address or "").removeprefix("ray://").rpartition(":")
    if not port.isdigit():
        return
    try:
        socket.create_connection((host, int(port)), timeout=5).close()
    except OSError as error:
        raise Unavailable(f"no Ray cluster answers at {address}: {error.strerror or error}") from error


def _in_order(
    documents: Iterable[Document],
    submit: Callable[[Batch], Promise],
    result: Callable[[Promise], list[Record]],
    workers: int,
) -> Iterator[Record]:
    """Keep the workers busy, and yield what they make of the documents in the order of these."""
    underway: deque[Promise] = deque()
    for batch in batches(documents, BATCH):
        underway.append(submit(batch))
        if len(underway) == workers * AHEAD:
            yield from result(underway.popleft())
    while underway:
        yield from result(underway.popleft())


def _read(batch: Batch, settings: Settings) -> list[Record]:
    """Read documents in a worker, whose pipeline is loaded with its first batch and kept."""
    return list(_pipeline(settings).extract(batch))


@cache
def _pipeline(settings: Settings) -> "Pipeline":
    return pipeline.Pipeline(settings)
