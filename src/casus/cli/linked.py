"""Commands that give and take RDF: export, import, validate, snapshot."""

from pathlib import Path
from typing import Annotated, Literal

import typer

app = typer.Typer()

FORMATS = ("trig", "n-quads", "turtle", "json-ld", "rdf-xml")


@app.command()
def export(
    format: Annotated[
        Literal["trig", "n-quads", "turtle", "json-ld", "rdf-xml"] | None,
        typer.Option(metavar="FORMAT", help=f"{', '.join(FORMATS)}; else as the file's name ends, else trig."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file, whole or not there at all; else standard output.")
    ] = None,
    reified: Annotated[bool, typer.Option("--reified", help="Claims as reifiers of RDF 1.2.")] = False,
) -> None:
    """Write the graph as RDF: every claim with its sentences, and what follows from those that are accepted."""
    import sys

    from casus import rdf
    from casus.cli.configuration import configured
    from casus.graph import Graph

    settings = configured()
    form = rdf.Format(format) if format else (output and rdf.Format.of(output)) or rdf.Format.TRIG
    with Graph.open(settings) as graph:
        rdf.export(graph, output or sys.stdout.buffer, form, base_iri=settings.base_iri, reified=reified)


@app.command()
def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Exports, in any format of RDF.")],
) -> None:
    """Say what in files of RDF breaks the shapes of ontology/shapes.ttl, or that nothing does."""
    from casus.errors import BadData
    from casus.rdf.validate import validate

    broken = 0
    for file in files:
        faults = validate(file)
        broken += len(faults)
        typer.echo("\n".join(f"{file}: {fault}" for fault in faults) or f"{file}: valid")
    if broken:
        raise BadData(f"{broken} {'fault' if broken == 1 else 'faults'} to put right")


@app.command("import")
def restore(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Exports as trig, n-quads or json-ld.")],
) -> None:
    """Load exports back into the graph; what a document said before is replaced."""
    from casus import rdf
    from casus.cli.configuration import configured
    from casus.cli.documents import say
    from casus.cli.run import run
    from casus.errors import CasusError
    from casus.graph import Graph

    settings = configured()
    with run("imported") as this, Graph.open(settings) as graph:
        for file in files:
            try:
                say(rdf.restore(graph, file, base_iri=settings.base_iri))
            except CasusError as error:
                this.left_out(error)
            else:
                this.done()


@app.command()
def snapshot() -> None:
    """Take a snapshot of the graph for questions in SPARQL; `casus serve` answers them at /sparql."""
    from casus.cli.configuration import configured
    from casus.graph import Graph
    from casus.sparql.snapshot import take

    with Graph.open(configured()) as graph:
        typer.echo(f"{take(graph)} is what /sparql asks from now on")
