"""Commands that take documents through Casus: extract, explain, load, ingest, retract."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from casus.cli.run import run, write

if TYPE_CHECKING:
    from casus.graph.answers import Loaded

app = typer.Typer()

Runs = Literal["local", "processes", "ray"]

Texts = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SOURCE]...",
        help="Texts, web pages, JSON Lines, or folders of them; - is standard input, which is also read without any.",
    ),
]
Records = Annotated[
    list[str] | None,
    typer.Argument(metavar="[SOURCE]...", help="What `casus extract` wrote; - is standard input."),
]


@app.command()
def extract(
    sources: Texts = None,
    engine: Annotated[Runs, typer.Option(help="Run in this process, in several of this machine, or on Ray.")] = "local",
    workers: Annotated[
        int | None, typer.Option(min=1, help="Workers at most; as many as there are processors.")
    ] = None,
    address: Annotated[str | None, typer.Option(help="A Ray cluster's address; none: Ray on this machine.")] = None,
) -> None:
    """Write what texts say as JSON Lines: one record a document, in the order they come."""
    from casus import engines
    from casus.cli.configuration import configured
    from casus.reading import read

    settings, on = configured(), engines.Workers(workers, address)
    with run("extracted", shown=not sys.stdout.isatty()) as this:
        documents = read(sources or ["-"], this.left_out)
        for record in this.counted(engines.extract(documents, settings, engines.Engine(engine), on)):
            write(record.line)


@app.command()
def explain(sources: Texts = None) -> None:
    """Write a web page that shows what was read in texts: names, incidents, claims, and each sentence's parse."""
    from casus.cli.configuration import configured
    from casus.explain import page
    from casus.pipeline import Pipeline
    from casus.reading import read

    settings = configured()
    with run("explained", shown=not sys.stdout.isatty()) as this:
        readings = Pipeline(settings).readings(read(sources or ["-"], this.left_out))
        write(page(this.counted(readings)))


@app.command()
def load(sources: Records = None) -> None:
    """Load records into the graph; what a document said before is replaced."""
    from casus.cli.configuration import configured
    from casus.graph import Graph
    from casus.reading import read_records

    with run("loaded") as this, Graph.open(configured()) as graph:
        say(graph.load(this.counted(read_records(sources or ["-"], this.left_out))))


@app.command()
def ingest(sources: Texts = None) -> None:
    """Extract what texts say and load it into the graph, and go on where an earlier run was stopped."""
    from casus import ingesting, pipeline
    from casus.cli.configuration import configured
    from casus.graph import Graph
    from casus.reading import read

    settings = configured()
    with run("ingested") as this, Graph.open(settings) as graph:
        documents = read(sources or ["-"], this.left_out)
        say(
            ingesting.ingest(
                documents, graph, lambda fresh: this.counted(pipeline.extract(fresh, settings)), this.passed_over
            )
        )


@app.command()
def retract(
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Ids of documents that were loaded.")],
) -> None:
    """Take documents out of the graph, with all that only they support."""
    from casus.cli.configuration import configured
    from casus.errors import NotFound
    from casus.graph import Graph

    with run("retracted") as this, Graph.open(configured()) as graph:
        for document in documents:
            try:
                graph.retract(document)
            except NotFound as error:
                this.left_out(error)
            else:
                this.done()


def say(loaded: "Loaded") -> None:
    """Print what a load did."""
    typer.echo(
        f"{loaded.documents} documents: {loaded.new} new, {loaded.replaced} replaced, {loaded.unchanged} unchanged; "
        f"{loaded.entities} entities, {loaded.reports} incidents and {loaded.claims} claims in them"
    )
