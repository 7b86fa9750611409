"""What routes stand on: the settings, the graph, and the extractor."""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, TypeVar

import anyio
import anyio.to_thread
from fastapi import Depends, Request

from casus.api.jobs import Jobs
from casus.errors import Unavailable
from casus.graph import Graph
from casus.graph.answers import Loaded
from casus.graph.queries import Question
from casus.knowledge import Knowledge
from casus.pipeline import Pipeline
from casus.records import Document, Record
from casus.settings import Settings

T = TypeVar("T")

AT_ONCE = 40
"""Questions that are with Neo4j at once; others wait. The driver has 100 connections."""


class Store:
    """The graph, opened on first use, so that the API starts and answers while Neo4j is away.

    It is asked in worker threads: the driver's own coroutines take more processor time than plain calls and a thread.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._opening = asyncio.Lock()
        self._graph: Graph | None = None
        self._closing = ExitStack()
        self._at_once = anyio.CapacityLimiter(AT_ONCE)

    async def ask(self, question: Question[T]) -> T:
        """Return the answer; see Graph.ask."""
        return await self.work(lambda graph: graph.ask(question))

    async def work(self, job: Callable[[Graph], T]) -> T:
        """Return what a job that blocks makes of the graph. Raises what opening the graph and the job can raise."""
        graph = self._graph or await self._open()
        try:
            return await anyio.to_thread.run_sync(job, graph, limiter=self._at_once)
        except Unavailable:
            # An embedded Neo4j that was killed comes back on another port: the next request has to look for it.
            if self.settings.neo4j_uri is None:
                await self.close()
            raise

    async def close(self) -> None:
        """Let go of the graph; the next question opens it anew."""
        async with self._opening:
            self._graph = None
            await anyio.to_thread.run_sync(self._closing.close)

    async def _open(self) -> Graph:
        async with self._opening:
            if self._graph is None:
                self._graph = await anyio.to_thread.run_sync(self._closing.enter_context, Graph.open(self.settings))
            return self._graph


class Extractor:
    """Extraction in a worker thread, one text at a time: it is the processor that is short, not the waiting."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._turn = anyio.CapacityLimiter(1)

    async def record(self, document: Document) -> Record:
        """Return what a document says. Raises ModelMissing."""
        [record] = await self.records([document])
        return record

    async def records(self, documents: list[Document]) -> list[Record]:
        """Return what documents say. Raises ModelMissing."""
        return await anyio.to_thread.run_sync(lambda: list(self._pipeline.extract(documents)), limiter=self._turn)

    def model(self) -> str:
        """Return where the language model's files are. Raises ModelMissing."""
        from casus.language.weights import SHIPPED, require  # noqa: PLC0415 (numpy and onnxruntime: only when needed)

        return str(require(self.settings.model_dir or SHIPPED))

    @cached_property
    def _pipeline(self) -> Pipeline:
        return Pipeline(self.settings)


@dataclass(frozen=True)
class Loader:
    """What jobs do with documents: read them, and load what they say."""

    store: Store
    extractor: Extractor

    async def load(self, documents: list[Document]) -> Loaded:
        """Load what documents say. Raises what extracting and loading can raise."""
        records = await self.extractor.records(documents)
        return await self.store.work(lambda graph: graph.load(records))


async def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


async def _extractor(request: Request) -> Extractor:
    extractor: Extractor = request.app.state.extractor
    return extractor


async def _known(request: Request) -> set[str]:
    knowledge: Knowledge = await asyncio.to_thread(request.app.state.knowledge)
    return knowledge.ids


async def _loader(request: Request) -> Loader:
    return Loader(request.app.state.store, request.app.state.extractor)


async def _jobs(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


Stored = Annotated[Store, Depends(_store)]
Known = Annotated[set[str], Depends(_known)]
Reads = Annotated[Extractor, Depends(_extractor)]
Loads = Annotated[Loader, Depends(_loader)]
Working = Annotated[Jobs, Depends(_jobs)]
