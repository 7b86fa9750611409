"""Commands that take data sets of others into the graph: import-dataset."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()

UNKNOWN = 10
"""Names that are not known, shown at the end."""


@app.command("import-dataset")
def import_dataset(
    name: Annotated[str, typer.Argument(help="ucdp-esd, ucdp-ged, icews, polecat, gdelt, acled or mapping-militants.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files of the set, also compressed by gzip.")],
) -> None:
    """Load the rows of a data set, each as a document that says what the row says."""
    from casus.cli.configuration import configured
    from casus.cli.documents import say
    from casus.cli.run import run
    from casus.datasets import Importing
    from casus.graph import Graph
    from casus.knowledge import Knowledge

    settings = configured()
    this = Importing.of(name, Knowledge.load(settings.knowledge_dir))
    with run("imported") as running, Graph.open(settings) as graph:
        for file in files:
            say(graph.load(running.counted(this.records(file, running.left_out))))
        typer.echo(f"{this.rows} rows: {this.silent} say nothing that the graph holds, {this.bad} could not be read")
        resolved = this.actors.resolved
        typer.echo(f"{resolved.share:.1%} of {resolved.names} names are known; the commonest that are not:")
        for unknown, times in resolved.unknown.most_common(UNKNOWN):
            typer.echo(f"{times:7} {unknown}")
        typer.echo(f"Licence of {this.source.title}: {this.source.licence}. To cite: {this.source.citation}")
