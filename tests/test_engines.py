"""Whatever extraction runs on, the records are the same, in the same order."""

import time
from collections.abc import Iterator

import psutil
import pytest

from casus.engines import BATCH, Engine, Workers, extract
from casus.errors import Unavailable, WorkerLost
from casus.records import Document
from casus.settings import Settings

TOWNS = "Gao Kidal Mopti Segou Sikasso Kayes".split()


def documents(batches: int) -> list[Document]:
    texts = [f"Militants shelled {town} on Monday, killing {number} soldiers." for number, town in enumerate(TOWNS, 2)]
    return [Document(id=f"d{number}", text=texts[number % len(texts)]) for number in range(batches * BATCH)]


@pytest.fixture(scope="module")
def alone() -> list[str]:
    """What one process makes of three batches."""
    return [record.line for record in extract(documents(3), Settings())]


def test_several_processes_give_what_one_gives(alone: list[str]) -> None:
    several = extract(documents(3), Settings(), Engine.PROCESSES, Workers(2))
    assert [record.line for record in several] == alone


def test_a_killed_process_is_said_to_be_lost() -> None:
    records = extract(documents(12), Settings(), Engine.PROCESSES, Workers(1))
    next(records)
    for process in psutil.Process().children():
        if "spawn_main" in " ".join(process.cmdline()):
            process.kill()
    with pytest.raises(WorkerLost, match="killed"):
        list(records)


def test_a_worker_of_ray_that_is_killed_loses_nothing(alone: list[str]) -> None:
    pytest.importorskip("ray", reason="Ray is not installed")
    records = extract(documents(3), Settings(), Engine.RAY, Workers(1))
    found = [next(records)]
    next(reading()).kill()
    assert [record.line for record in [*found, *records]] == alone


def test_a_cluster_that_is_not_there_is_said_to_be_away() -> None:
    pytest.importorskip("ray", reason="Ray is not installed")
    with pytest.raises(Unavailable, match=r"no Ray cluster answers at 127\.0\.0\.1:1"):
        list(extract(documents(1), Settings(), Engine.RAY, Workers(address="127.0.0.1:1")))


def reading() -> Iterator[psutil.Process]:
    """Yield the worker that reads documents now."""
    for _ in range(600):
        for process in psutil.Process().children(recursive=True):
            if process.is_running() and process.name().startswith("ray::_read"):
                yield process
        time.sleep(0.05)
    raise AssertionError("no worker reads documents")
