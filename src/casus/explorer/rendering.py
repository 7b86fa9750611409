"""From a view to a page, a picture or a file, each with the headers that say what it may do."""

from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from casus import __version__
from casus.explorer import addresses, words
from casus.explorer.drawing import text
from casus.explorer.drawing.shapes import Figure
from casus.explorer.views.view import View
from casus.ontology import EventType

HERE = Path(__file__).parent
STATIC = HERE / "static"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
PICTURE_HEADERS = {**HEADERS, "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}
"""A picture that leaves the page takes its colours with it."""


def page(name: str, view: View) -> HTMLResponse:
    """Return a view as a page."""
    return HTMLResponse(_environment().get_template(f"{name}.html.jinja").render(view=view), headers=HEADERS)


def problem(status: HTTPStatus, reason: str) -> HTMLResponse:
    """Return a page that says what went wrong."""
    template = _environment().get_template("problem.html.jinja")
    return HTMLResponse(template.render(status=status, reason=reason), status, headers=HEADERS)


def picture(figure: Figure) -> Response:
    """Return a picture as a file of its own."""
    drawn = _environment().get_template("picture.svg.jinja").render(figure=figure, style=_style())
    return Response(drawn, media_type="image/svg+xml", headers={**PICTURE_HEADERS, **_attached(f"{figure.name}.svg")})


def table(name: str, rows: str) -> Response:
    """Return a table as a file."""
    headers = {**HEADERS, **_attached(f"{name}.csv")}
    return Response(rows, media_type="text/csv; charset=utf-8; header=present", headers=headers)


def _attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="casus-{name}"'}


@cache
def _style() -> str:
    return (STATIC / "picture.css").read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_words())
    return environment


def _words() -> dict[str, Any]:
    return {
        "day": words.day,
        "days": words.days,
        "some": words.some,
        "width": text.width,
        "TYPES": words.TYPES,
        "EVENT_TYPES": list(EventType),
        "page_of": addresses.page_of,
        "document_page": addresses.document,
        "version": __version__,
    }
