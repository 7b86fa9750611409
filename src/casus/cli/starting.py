"""Commands to begin with: demo, check."""

from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def demo(
    timings: Annotated[bool, typer.Option("--timings", help="Say how long each step took.")] = False,
) -> None:
    """Read six sample reports, load them, and show the way from Iran to the United States."""
    from casus.cli.configuration import configured
    from casus.demo import run

    run(configured(), timings=timings)


@app.command()
def check() -> None:
    """Say which server, model and data Casus would use here, and what is missing."""
    from casus.check import findings
    from casus.cli.configuration import configured
    from casus.errors import Unavailable

    missing = False
    for finding in findings(configured()):
        typer.echo(f"{'ok     ' if finding.well else 'MISSING'}  {finding.what:<10}  {finding.detail}")
        missing = missing or not finding.well
    if missing:
        raise typer.Exit(Unavailable.exit_status)
