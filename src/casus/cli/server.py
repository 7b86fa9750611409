"""`casus server`: the embedded Neo4j, by hand."""

import typer

app = typer.Typer(no_args_is_help=True, help="The embedded Neo4j: started by whatever needs it; here, by hand.")

_STATES = {
    "running": "runs",
    "starting": "is starting",
    "stopped": "does not run; the next command that needs it starts it",
    "killed": "was killed or crashed; the next command that needs it starts it again, and nothing loaded is lost",
}


@app.command()
def status() -> None:
    """Say whether it runs, where it listens, and where its data, password and log are."""
    from casus.cli.configuration import configured
    from casus.graph.embedded import server
    from casus.graph.embedded.folder import data_folder

    settings = configured()
    how, note = server.state(settings)
    folder = data_folder(settings)
    typer.echo(f"The embedded Neo4j {_STATES[how]}.")
    if how == "running" and note:
        typer.echo(f"address   {note.uri} (user {note.user}; Neo4j {note.neo4j}; process {note.pid})")
    typer.echo(f"data      {folder.home}\npassword  in {folder.note}\nlog       {folder.log}")
    if settings.neo4j_uri:
        typer.echo(f"It is not what commands use: CASUS_NEO4J_URI names {settings.neo4j_uri}.")


@app.command()
def start() -> None:
    """Start it, unless it runs; it ends by itself once nobody has used it for CASUS_SERVER_IDLE seconds."""
    from casus.cli.configuration import configured
    from casus.graph.embedded import server
    from casus.graph.embedded.folder import data_folder

    settings = configured()
    attached = server.attach_or_start(settings)
    attached.lease.close()
    typer.echo(f"Neo4j answers on {attached.note.uri}; its user and password are in {data_folder(settings).note}.")
    typer.echo(f"It ends after {settings.server_idle:g} s without a user (CASUS_SERVER_IDLE).")


@app.command()
def stop() -> None:
    """End it now, whoever uses it."""
    from casus.cli.configuration import configured
    from casus.graph.embedded import server

    ended = server.stop(configured())
    typer.echo("The embedded Neo4j has ended." if ended else "The embedded Neo4j did not run.")
