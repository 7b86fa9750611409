"""What routes stand on: the settings, the graph, and the extractor."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, NamedTuple, TypeVar

import anyio
from fastapi import Depends, Request

from casus.api.jobs import Jobs
from casus.errors import Unavailable
from casus.graph import AsyncGraph, Graph
from casus.graph.answers import Loaded
from casus.graph.connection import translated
from casus.knowledge import Knowledge
from casus.pipeline import Pipeline
from casus.records import Document, Record
from casus.settings import Settings

T = TypeVar("T")


class Opened(NamedTuple):
    """The graph as coroutines ask it, and as worker threads load and export it."""

    asked: AsyncGraph
    plain: Graph


class Store:
    """The graph, opened on first use, so that the API starts and answers while Neo4j is away."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._opening = asyncio.Lock()
        self._opened: Opened | None = None
        self._closing = AsyncExitStack()

    async def open(self) -> Opened:
        """Return the graph, opening it where it is not. Raises what opening it can raise."""
        async with self._opening:
            if self._opened is None:
                async with AsyncExitStack() as stack:
                    asked = await stack.enter_async_context(AsyncGraph.open(self.settings))
                    with translated(self.settings):
                        await asked.driver.verify_connectivity()  # at once, where a query would try for a while
                    plain = await asyncio.to_thread(stack.enter_context, Graph.open(self.settings))
                    self._opened, self._closing = Opened(asked, plain), stack.pop_all()
            return self._opened

    async def close(self) -> None:
        """Let go of the graph; the next `open` opens it anew."""
        async with self._opening:
            self._opened = None
            await self._closing.aclose()

    async def work(self, job: Callable[[Graph], T]) -> T:
        """Return what a job that blocks makes of the graph, done in a worker thread."""
        plain = (await self.open()).plain
        return await asyncio.to_thread(job, plain)


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


async def _store(request: Request) -> AsyncIterator[Store]:
    store: Store = request.app.state.store
    try:
        yield store
    except Unavailable:
        # An embedded Neo4j that was killed comes back on another port: the next request has to look for it.
        if store.settings.neo4j_uri is None:
            await store.close()
        raise


async def _graph(store: Annotated[Store, Depends(_store)]) -> AsyncGraph:
    return (await store.open()).asked


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


Asked = Annotated[AsyncGraph, Depends(_graph)]
Stored = Annotated[Store, Depends(_store)]
Known = Annotated[set[str], Depends(_known)]
Reads = Annotated[Extractor, Depends(_extractor)]
Loads = Annotated[Loader, Depends(_loader)]
Working = Annotated[Jobs, Depends(_jobs)]
