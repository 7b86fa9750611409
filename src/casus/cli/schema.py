"""`casus schema`: the graph's constraints and indexes, and the form of its data."""

import typer

app = typer.Typer(no_args_is_help=True, help="The graph's constraints and indexes.")


@app.command()
def apply() -> None:
    """Bring the graph to this version's schema; what is there already is left as it is."""


@app.command()
def show() -> None:
    """List the steps of the schema, and which of them the graph has."""
