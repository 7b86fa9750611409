"""The Neo4j Browser: a static site in a jar of its own, fetched on first use and verified as the server's are."""

import mimetypes
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from casus.graph.embedded.jars import listed, provide
from casus.resources import folder
from casus.settings import Settings

VERSION = "5.24.0"
LIST = Path(__file__).with_name(f"neo4j-browser-{VERSION}.tsv")
STYLE = "style.grass"

HEADERS = {
    # It would ask vendors' servers for news and send them usage; here it speaks to the graph and to nobody else.
    "Content-Security-Policy": (
        "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
        "style-src 'self' 'unsafe-inline'; connect-src 'self' ws://127.0.0.1:* ws://localhost:*"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def browser_jar(settings: Settings) -> Path:
    """Return the Browser's jar, verified, after fetching it if need be. Raises JarsMissing, CannotWrite."""
    [jar] = provide(listed(LIST), settings.cache_dir / f"neo4j-browser-{VERSION}", settings.maven_url)
    return jar


def site(jar: Path) -> Starlette:
    """Return the Browser as an application: its files at /browser/, and the style for its pictures at /style.grass."""
    files = ZipFile(jar)

    def file(request: Request) -> Response:
        name = f"browser/{request.path_params['name'] or 'index.html'}"
        if name not in files.NameToInfo or name.endswith("/"):
            return Response(status_code=HTTPStatus.NOT_FOUND)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Response(files.read(name), media_type=kind, headers=HEADERS)

    def style(_: Request) -> Response:
        return Response((folder("cypher") / "browser" / STYLE).read_bytes(), media_type="text/plain", headers=HEADERS)

    def first(_: Request) -> Response:
        return RedirectResponse("/browser/")

    return Starlette(
        routes=[
            Route("/", first),
            Route(f"/{STYLE}", style),
            Route("/browser", first),
            Route("/browser/{name:path}", file),
        ]
    )


def browser_of(uri: str) -> str:
    """Return where a server that was not started here has its own Browser, by the address of its Bolt."""
    address = urlsplit(uri)
    host = address.hostname or "localhost"
    if host.endswith(".databases.neo4j.io"):
        return "https://console.neo4j.io"
    return f"https://{host}:7473/browser/" if "+s" in address.scheme else f"http://{host}:7474/browser/"
