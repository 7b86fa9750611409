"""Commands that ask the graph: paths, serve, browser."""

from datetime import datetime
from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def paths(
    source: Annotated[str, typer.Argument(metavar="FROM", help="An actor's id, or a state's code: IRN.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Likewise: USA, org/kataib-hezbollah.")],
    depth: Annotated[int, typer.Option(min=1, max=4, help="Hops of backing on either side.")] = 2,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Paths to show.")] = 3,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only backing known to hold on this day.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print them as the API gives them.")] = False,
) -> None:
    """Show how a state reaches another through groups it backs, with the sentences behind every hop."""
    from rich.console import Console

    from casus.cli.configuration import configured
    from casus.cli.rendering import paths_text
    from casus.graph import Graph, queries

    day = as_of.date() if as_of else None
    with Graph.open(configured()) as graph:
        found = graph.ask(queries.proxy_paths(source, target, depth=depth, limit=limit, at=queries.Moment(as_of=day)))
    if json:
        typer.echo(found.model_dump_json(indent=2))
    else:
        Console(highlight=False).print(paths_text(found), soft_wrap=True)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on; else CASUS_HOST.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port; 0: a free one; else CASUS_PORT.")
    ] = None,
) -> None:
    """Serve the explorer and the REST API until Ctrl-C."""
    from casus.cli.configuration import configured
    from casus.cli.serving import serve

    settings = configured()
    serve(settings, settings.host if host is None else host, settings.port if port is None else port)


@app.command()
def browser(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port on loopback; 0: a free one.")] = 7474,
) -> None:
    """Serve the Neo4j Browser beside the embedded server until Ctrl-C, and say how to sign in.

    With CASUS_NEO4J_URI it says where that server's own Browser is, and ends.
    """
    from casus.cli.configuration import configured
    from casus.cli.serving import serve_browser
    from casus.graph.embedded.browser import browser_of

    settings = configured()
    if settings.neo4j_uri:
        typer.echo(f"{settings.neo4j_uri} most likely has its Browser at {browser_of(settings.neo4j_uri)}")
        typer.echo(f"Sign in as {settings.neo4j_user}, with the password that CASUS_NEO4J_PASSWORD gives.")
    else:
        serve_browser(settings, port)
