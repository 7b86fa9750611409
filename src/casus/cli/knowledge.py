"""`casus knowledge`: the user's own actors and places."""

from pathlib import Path
from typing import Annotated

import typer

from casus.errors import BadData

app = typer.Typer(no_args_is_help=True, help="Check files with actors and places of your own.")


@app.callback()
def _group() -> None:
    pass


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Data files (*.tsv) or FollowTheMoney entities (*.ftm.json).")],
) -> None:
    """Say which lines of a data file break its format, or that none does."""
    from casus.knowledge import Knowledge
    from casus.knowledge.checking import ids_of, problems

    ids = Knowledge.load().ids | ids_of(files)
    broken = 0
    for file in files:
        found = list(problems(file, ids))
        broken += len(found)
        typer.echo("\n".join(found) or f"{file}: nothing wrong")
    if broken:
        raise BadData(f"{broken} {'line' if broken == 1 else 'lines'} to put right")
