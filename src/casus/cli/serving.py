"""The API on a port of this machine."""

import os
import socket

import typer
import uvicorn

from casus.api.app import create_app
from casus.errors import Unavailable
from casus.settings import Settings


def serve(settings: Settings, host: str, port: int) -> None:
    """Serve until the process is told to end. Raises Unavailable when the port is taken."""
    with _listening(host, port) as listener:
        address = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
        typer.echo(f"Casus listens on {address}/v1; what can be asked is on {address}/docs. Ctrl-C ends it.", err=True)
        uvicorn.Server(uvicorn.Config(create_app(settings), log_config=None, access_log=False)).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else error
        raise Unavailable(f"cannot listen on {host}, port {port}: {why}; name another with --port or --host") from None
