"""`casus keys`: who may write over REST, or read where reads are guarded."""

from typing import Annotated

import typer

from casus.keys import Keys, Scope

app = typer.Typer(no_args_is_help=True, help="Who may write over REST, or read where reads are guarded.")


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="Whom or what it is for.")],
    scope: Annotated[list[Scope], typer.Option(help="What it allows: read or write; can be given twice.")] = [  # noqa: B006
        Scope.WRITE
    ],
) -> None:
    """Make a key and print it: this once, since only its hash is kept."""
    typer.echo(_keys().new(name, scope))


@app.command(name="list")
def list_() -> None:
    """List the keys: id, scopes, when they were made, and what for."""
    for key in _keys().all():
        typer.echo(f"{key.id}  {','.join(key.scopes):<10}  {key.created}  {key.name}")


@app.command()
def revoke(id: Annotated[str, typer.Argument(help="The key's id, as `casus keys list` shows it.")]) -> None:
    """Let a key count no more, at once and for good."""
    _keys().revoke(id)


def _keys() -> Keys:
    from casus.cli.configuration import configured

    return Keys.of(configured())
