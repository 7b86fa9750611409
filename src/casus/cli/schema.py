"""`casus schema`: the graph's constraints and indexes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from neo4j import Session

app = typer.Typer(no_args_is_help=True, help="The graph's constraints and indexes.")


@app.command()
def apply() -> None:
    """Apply what the graph does not have yet. Every command that loads does so by itself."""
    from casus.graph import schema

    with _session() as session:
        applied = schema.ensure(session)
    typer.echo("\n".join(applied) if applied else "The graph has them all.")


@app.command()
def show() -> None:
    """List them in the order they are applied, and say which of them the graph has."""
    from casus.graph import schema

    with _session() as session:
        for name, applied in schema.steps(session).values():
            typer.echo(f"{'applied' if applied else 'missing'}  {name}")


@contextmanager
def _session() -> Iterator["Session"]:
    from casus.cli.configuration import configured
    from casus.graph.connection import open_driver, translated

    settings = configured()
    with (
        open_driver(settings) as driver,
        translated(settings),
        driver.session(database=settings.neo4j_database) as session,
    ):
        yield session
