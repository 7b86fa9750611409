"""The command line: one function a command, one module a group.

Commands import what they need when they are called, so that `casus --help` is quick. What they raise of casus.errors
becomes one line on standard error and an exit status (see ending.py).
"""

import sys
import traceback
from typing import Annotated

import typer

from casus import __version__
from casus.cli import asking, datasets, documents, identity, keys, knowledge, linked, schema, server, starting
from casus.cli.ending import Commands
from casus.errors import CasusError

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Reads news and keeps what it says about conflict as a graph, every edge with the sentences that say so.",
)
for _group in (starting, documents, datasets, asking, linked):
    app.add_typer(_group.app)
app.add_typer(schema.app, name="schema")
app.add_typer(server.app, name="server")
app.add_typer(knowledge.app, name="knowledge")
app.add_typer(keys.app, name="keys")
app.add_typer(identity.app, name="identity")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"casus {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command that the process's arguments name; a fault of ours is shown whole."""
    try:
        app(prog_name="casus")
    except Exception:
        traceback.print_exc()
        sys.exit(CasusError.exit_status)
