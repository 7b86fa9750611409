"""The application: routes, middleware, errors, and the life of what they use."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache, partial

from asgi_correlation_id import CorrelationIdMiddleware
from fastapi import Depends, FastAPI
from fastapi_offline import FastAPIOffline

from casus import __version__
from casus.api import problems
from casus.api.access import AccessLog
from casus.api.dependencies import Extractor, Store
from casus.api.etags import ETags
from casus.api.guard import allowed
from casus.api.jobs import Jobs
from casus.api.limits import BodyLimit
from casus.api.routers import (
    actors,
    bulk,
    claims,
    conflicts,
    documents,
    entities,
    export,
    health,
    identity,
    incidents,
    jobs,
    linked,
    paths,
)
from casus.formats.places import Places
from casus.knowledge import Knowledge
from casus.settings import Settings

ROUTERS = (entities, incidents, actors, paths, conflicts, claims, documents, jobs, identity, bulk, export)

DESCRIPTION = """
Who did what to whom, who stands behind whom, and which sentences say so.

Ids contain slashes (`state/IRN`, `org/kataib-hezbollah`); in a path they may stand as they are or percent-encoded.
Lists come in pages: ask again with `after` set to `next` of the page before. Errors are problem details (RFC 9457).
Every answer names its request in `X-Request-ID`.
"""


def create_app(settings: Settings) -> FastAPI:
    """Return the API over the graph that the settings lead to; it starts, and says so, while that graph is away."""
    app = FastAPIOffline(  # its pages of documentation load nothing from elsewhere
        redoc_url=None,
        title="Casus",
        summary="What news says about conflict, as a graph.",
        description=DESCRIPTION,
        version=__version__,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=_lifespan,
        redirect_slashes=False,
    )
    app.state.settings = settings
    app.state.store = Store(settings)
    app.state.extractor = Extractor(settings)
    app.state.knowledge = cache(partial(Knowledge.load, settings.knowledge_dir))
    app.state.places = Places(app.state.knowledge)
    app.state.jobs = Jobs(settings.max_jobs)
    app.state.page = linked.record  # until pages are installed
    app.include_router(health.router)
    app.include_router(linked.router, responses=problems.COMMON, dependencies=[Depends(allowed)])
    for module in ROUTERS:
        app.include_router(module.router, prefix="/v1", responses=problems.COMMON, dependencies=[Depends(allowed)])
    app.add_middleware(ETags)
    app.add_middleware(BodyLimit, most=settings.max_body)
    app.add_middleware(AccessLog)
    app.add_middleware(CorrelationIdMiddleware)
    problems.install(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    await app.state.jobs.close()
    await app.state.store.close()
