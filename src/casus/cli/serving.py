"""What is served on a port of this machine: the explorer with the API, and the Neo4j Browser."""

import os
import socket

import typer
import uvicorn

from casus import explorer
from casus.api.app import create_app
from casus.errors import Unavailable
from casus.resources import folder
from casus.settings import Settings

LOOPBACK, NAMED = "127.0.0.1", "localhost"
"""The Browser takes styles from `localhost` and not from its number."""


def serve(settings: Settings, host: str, port: int) -> None:
    """Serve until the process is told to end. Raises Unavailable when the port is taken."""
    with _listening(host, port) as listener:
        address = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
        typer.echo(f"Casus listens on {address}: the explorer; {address}/docs: the API. Ctrl-C ends it.", err=True)
        app = create_app(settings)
        explorer.install(app)
        uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False)).run(sockets=[listener])


def serve_browser(settings: Settings, port: int) -> None:
    """Serve the Neo4j Browser on loopback, and keep the embedded Neo4j up beside it, until the process is told to end.

    Raises what starting that Neo4j or fetching the Browser can raise, and Unavailable when the port is taken.
    """
    from casus.graph.embedded import browser, server
    from casus.graph.embedded.folder import data_folder

    site = browser.site(browser.browser_jar(settings))
    attached = server.attach_or_start(settings)
    try:
        with _listening(LOOPBACK, port) as listener:
            address = f"http://{NAMED}:{listener.getsockname()[1]}"
            typer.echo(
                f"The Neo4j Browser is at {address}/browser/\n"
                f"Connect URL  {attached.note.uri}\n"
                f"Username     {attached.note.user}\n"
                f'Password     the one in {data_folder(settings).note}, after "password"\n'
                f"Pictures     :style {address}/{browser.STYLE}\n"
                f"Favourites   {folder('cypher') / 'browser'}\n"
                "Ctrl-C ends it."
            )
            uvicorn.Server(uvicorn.Config(site, log_config=None, access_log=False)).run(sockets=[listener])
    finally:
        attached.lease.close()


def _listening(host: str, port: int) -> socket.socket:
    try:
        listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else error
        raise Unavailable(f"cannot listen on {host}, port {port}: {why}; name another with --port or --host") from None
    # An answer's head and body are sent one by one: the body would wait 40 ms for the client to acknowledge the head.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener
