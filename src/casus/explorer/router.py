"""The explorer's addresses. A picture or table of a page is at the page's address and its own name."""

from collections.abc import Awaitable, Callable, Coroutine
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.routing import APIRoute
from fastapi.staticfiles import StaticFiles

from casus.api.dependencies import Stored
from casus.api.guard import allowed
from casus.api.parameters import LONGEST
from casus.errors import CasusError, NotFound
from casus.explorer import addresses, rendering
from casus.explorer.atlas import Atlas
from casus.explorer.filters import Filters
from casus.explorer.inquiry import Inquiry
from casus.explorer.views import around, document, entity, home, incident, paths, relationship, search
from casus.explorer.views.view import View
from casus.ontology import Predicate


class Page(APIRoute):
    """A route whose errors are pages too."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, with errors turned into pages."""
        answer = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                return await answer(request)
            except CasusError as error:
                return rendering.problem(HTTPStatus(error.http_status), str(error))
            except RequestValidationError as error:
                return rendering.problem(HTTPStatus.UNPROCESSABLE_ENTITY, _faults(error))

        return handler


router = APIRouter(route_class=Page, include_in_schema=False, default_response_class=HTMLResponse)


def install(app: FastAPI) -> None:
    """Serve the pages, and the style and script they share, beside what the application serves."""
    app.state.atlas = Atlas(app.state.places)
    app.state.page = addresses.landing
    app.mount("/static", StaticFiles(directory=rendering.STATIC), name="static")
    app.include_router(router, dependencies=[Depends(allowed)])


def _inquiry(store: Stored) -> Inquiry:
    return Inquiry(store)


def _atlas(request: Request) -> Atlas:
    atlas: Atlas = request.app.state.atlas
    return atlas


Asking = Annotated[Inquiry, Depends(_inquiry)]
Places = Annotated[Atlas, Depends(_atlas)]
Id = Annotated[str, Path(max_length=LONGEST)]
Narrowed = Annotated[Filters, Depends()]


async def _entity(inquiry: Asking, atlas: Places, id: Id, filters: Narrowed) -> View:
    return await entity.view(inquiry, atlas, id, filters)


async def _incident(inquiry: Asking, atlas: Places, id: Id, filters: Narrowed) -> View:
    return await incident.view(inquiry, atlas, f"incident/{id}", filters)


async def _paths(
    inquiry: Asking,
    filters: Narrowed,
    start: Annotated[str, Query(alias="from", max_length=LONGEST)] = "",
    end: Annotated[str, Query(alias="to", max_length=LONGEST)] = "",
    depth: Annotated[int, Query(ge=1, le=4)] = 2,
) -> View:
    return await paths.view(inquiry, start.strip(), end.strip(), depth, filters)


async def _around(inquiry: Asking, id: Id, filters: Narrowed, depth: Annotated[int, Query(ge=1, le=2)] = 2) -> View:
    return await around.view(inquiry, id, depth, filters)


async def _relationship(
    inquiry: Asking,
    predicate: Predicate,
    subject: Annotated[str, Query(max_length=LONGEST)],
    object_: Annotated[str, Query(alias="object", max_length=LONGEST)],
) -> View:
    return await relationship.view(inquiry, (subject, predicate, object_))


async def _document(inquiry: Asking, id: Id) -> View:
    return await document.view(inquiry, id)


@router.get("/")
async def first(inquiry: Asking, atlas: Places) -> Response:
    """Show what there is and where to begin."""
    return rendering.page("home", await home.view(inquiry, atlas))


@router.get("/search")
async def found(inquiry: Asking, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Show what bears a name; the one that does, if it is the only one."""
    if not q.strip():
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    view = await search.view(inquiry, q)
    if len(view.found) == 1:
        return RedirectResponse(addresses.page_of(view.found[0].id), HTTPStatus.SEE_OTHER)
    return rendering.page("search", view)


def _serve(address: str, template: str, view: Callable[..., Awaitable[View]]) -> None:
    """Serve a view at an address, and its pictures and tables below that."""
    Seen = Annotated[Any, Depends(view)]  # noqa: N806 (a type)

    async def picture(seen: Seen, name: str) -> Response:
        return rendering.picture(_named(seen.figures, name))

    async def table(seen: Seen, name: str) -> Response:
        return rendering.table(name, _named(seen.tables, name)())

    async def page(seen: Seen) -> Response:
        return rendering.page(template, seen)

    router.get(address + "/{name}.svg")(picture)
    router.get(address + "/{name}.csv")(table)
    router.get(address)(page)


_serve("/paths", "paths", _paths)
_serve(addresses.RELATIONSHIPS, "relationship", _relationship)
_serve("/incident/{id:path}", "incident", _incident)
_serve("/entities/{id:path}", "entity", _entity)
_serve("/around/{id:path}", "around", _around)
_serve("/documents/{id:path}", "document", _document)


def _named(things: Any, name: str) -> Any:
    if name not in things:
        raise NotFound(f"the page has nothing of the name {name!r}; it has {', '.join(things) or 'none'}")
    return things[name]


def _faults(error: RequestValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
