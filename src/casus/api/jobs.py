"""Jobs: many documents read and loaded one after the other, while whoever sent them goes on.

Jobs are kept in memory. One that was not done when the process ended is gone; what it had loaded is in the graph, and
sending the same documents again changes nothing but what is missing. The last 1000 jobs can be asked for.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from typing import Annotated, Protocol
from uuid import uuid4

import structlog
from pydantic import BaseModel, Field

from casus.errors import Busy, CasusError, NotFound
from casus.graph.answers import Loaded
from casus.records import Document

KEPT = 1000
"""Jobs that can be asked for."""
STEP = 10
"""Documents between two looks at how far a job is; between them, others get their turn."""
SHOWN = 100
"""Documents left out that a job names."""

log = structlog.get_logger(__name__)
Found = Iterator[Document | CasusError]


class State(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(BaseModel):
    """Documents on their way into the graph."""

    id: Annotated[str, Field(description="Made by the server.")]
    state: Annotated[State, Field(description="done: all was read, but for what was left out; failed: see error.")]
    made: Annotated[datetime, Field(description="When it was sent.")]
    ended: Annotated[datetime | None, Field(description="When it was done or had failed.")] = None
    documents: Annotated[int, Field(description="How many documents have been read and loaded by now.")] = 0
    loaded: Annotated[Loaded, Field(description="What loading them did.")] = Loaded()
    left_out: Annotated[int, Field(description="How many could not be read.")] = 0
    reasons: Annotated[list[str], Field(description="Why not: which file, line and field; the first 100.")] = []
    error: Annotated[str | None, Field(description="Why it failed; what was loaded before stays.")] = None

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in {State.DONE, State.FAILED}


class Loader(Protocol):
    """What reads documents and loads what they say."""

    async def load(self, documents: list[Document]) -> Loaded:
        """Load them and say what that did."""


class Jobs:
    """All jobs of a process, done in the order they came."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._jobs: dict[str, Job] = {}
        self._waiting: deque[tuple[Job, Found, Loader]] = deque()
        self._changed = asyncio.Condition()
        self._worker: asyncio.Task[None] | None = None

    async def add(self, found: Found, loader: Loader) -> Job:
        """Take documents in. Raises Busy where too many jobs wait."""
        if len(self._waiting) >= self._most:
            raise Busy(f"{self._most} jobs wait already (CASUS_MAX_JOBS); come back when some are done")
        job = Job(id=uuid4().hex, state=State.WAITING, made=datetime.now(UTC))
        self._jobs[job.id] = job
        self._waiting.append((job, found, loader))
        for old in islice(list(self._jobs), max(len(self._jobs) - KEPT, 0)):
            del self._jobs[old]
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        return job

    def all(self) -> list[Job]:
        """Return the jobs, the latest first."""
        return list(reversed(self._jobs.values()))

    def get(self, id: str) -> Job:
        """Return a job as it is now. Raises NotFound."""
        if id not in self._jobs:
            raise NotFound(f"no job has the id {id!r}; jobs are forgotten when the server ends, and after {KEPT} more")
        return self._jobs[id]

    async def watch(self, id: str) -> AsyncIterator[Job]:
        """Yield a job as it is now and whenever it goes on, until it is over."""
        job = self.get(id)
        yield job
        while not job.over:
            async with self._changed:
                while self.get(id) == job:
                    await self._changed.wait()
            job = self.get(id)
            yield job

    async def close(self) -> None:
        """Stop working; what is not done is given up."""
        if self._worker:
            self._worker.cancel()
            await asyncio.gather(self._worker, return_exceptions=True)

    async def _work(self) -> None:
        while self._waiting:
            await self._do(*self._waiting.popleft())

    async def _do(self, job: Job, found: Found, loader: Loader) -> None:
        job = await self._now(job, state=State.RUNNING)
        try:
            while some := await asyncio.to_thread(lambda: list(islice(found, STEP))):
                job = await self._step(job, some, loader)
            await self._now(job, state=State.DONE, ended=datetime.now(UTC))
        except CasusError as error:
            await self._now(job, state=State.FAILED, ended=datetime.now(UTC), error=str(error))
        except Exception:
            log.exception("a job failed by a fault of Casus", job=job.id)
            fault = "a fault of Casus; its log says more"
            await self._now(job, state=State.FAILED, ended=datetime.now(UTC), error=fault)

    async def _step(self, job: Job, some: list[Document | CasusError], loader: Loader) -> Job:
        documents = [one for one in some if isinstance(one, Document)]
        reasons = [str(one) for one in some if isinstance(one, CasusError)]
        done = await loader.load(documents) if documents else Loaded()
        return await self._now(
            job,
            documents=job.documents + len(documents),
            loaded=job.loaded + done,
            left_out=job.left_out + len(reasons),
            reasons=[*job.reasons, *reasons][:SHOWN],
        )

    async def _now(self, job: Job, **changes: object) -> Job:
        """Let a job be as it is from now on, and tell those who watch."""
        job = job.model_copy(update=changes)
        if job.id in self._jobs:
            self._jobs[job.id] = job
        async with self._changed:
            self._changed.notify_all()
        return job
