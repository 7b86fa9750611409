"""What `casus demo` does: reads the sample reports, loads them, and prints what the graph then knows."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table

from casus import pipeline, reading, resources
from casus.cli.rendering import groups_table, incidents_table, paths_text, states_text
from casus.graph import Graph, queries
from casus.graph.answers import Entity, Incident, Loaded, ProxyPaths, Relation
from casus.ontology import EntityType, Status
from casus.settings import Settings

FROM, TO = "IRN", "USA"
PATHS = 2
"""Proxy paths shown."""


@dataclass
class Steps:
    """The steps of the demo: each announced on standard error, and timed."""

    console: Console = field(default_factory=lambda: Console(stderr=True, highlight=False))
    took: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Announce what the block does, and note how long it took."""
        self.console.print(f"{name} …", style="dim")
        began = time.perf_counter()
        yield
        self.took[name] = time.perf_counter() - began

    def table(self) -> Table:
        """Return how long each step took."""
        table = Table("Step", "Seconds", title="How long it took", title_justify="left", box=None)
        for name, seconds in {**self.took, "in all": sum(self.took.values())}.items():
            table.add_row(name, f"{seconds:.1f}")
        return table


@dataclass(frozen=True)
class Known:
    """What the graph knows, as far as the demo shows it."""

    entities: list[Entity]
    relations: list[Relation]
    incidents: list[Incident]
    paths: ProxyPaths


def run(settings: Settings, *, timings: bool = False) -> None:
    """Read, load and show. A second run finds everything loaded and changes nothing."""
    steps, console = Steps(), Console(highlight=False)
    with ExitStack() as stack:
        with steps.step("Reading six sample reports"):
            records = list(pipeline.extract(reading.read([resources.folder("examples") / "news"]), settings))
        _fetch_jars(settings, steps)
        with steps.step("Starting Neo4j, or attaching to the one that runs"):
            graph = stack.enter_context(Graph.open(settings))
        with steps.step("Loading what the reports say"):
            loaded = graph.load(records)
        with steps.step("Asking the graph"):
            known = _ask(graph)
    _show(console, loaded, known)
    if timings:
        console.print(steps.table())
    _say_how_to_go_on(console, settings)


def _fetch_jars(settings: Settings, steps: Steps) -> None:
    """Fetch them in a step of its own, since the first time it takes the longest."""
    if settings.neo4j_uri is None:
        from casus.graph.embedded.jars import class_path  # noqa: PLC0415 (who has a server needs none of it)

        with steps.step("Looking for Neo4j's jars, which are fetched once"):
            class_path(settings)


def _ask(graph: Graph) -> Known:
    return Known(
        entities=list(graph.each(lambda page: queries.entities(page=page))),
        relations=list(graph.each(queries.relations)),
        incidents=list(graph.each(lambda page: queries.incidents(page=page))),
        paths=graph.ask(queries.proxy_paths(FROM, TO, limit=PATHS)),
    )


def _show(console: Console, loaded: Loaded, known: Known) -> None:
    console.print(
        f"\n{loaded.documents} reports: {loaded.new} new, {loaded.replaced} replaced, {loaded.unchanged} unchanged."
    )
    console.print(groups_table(known.entities, known.relations))
    console.print(states_text([entity for entity in known.entities if entity.type is EntityType.STATE]))
    told = _told_best(known.incidents)
    console.print(incidents_table(told))
    console.print(
        f"and {len(known.incidents) - len(told)} more: undated, announced only, or without parties", style="dim"
    )
    console.print("\n[bold]How Iran reaches the United States[/bold]")
    console.print(paths_text(known.paths), soft_wrap=True)


def _told_best(incidents: list[Incident]) -> list[Incident]:
    """Return those that are dated, real and have a party, the earliest first."""
    real = {Status.OCCURRED, Status.ONGOING}
    told = (one for one in incidents if one.date and one.status in real and (one.perpetrators or one.targets))
    return sorted(told, key=lambda one: (one.date and one.date.earliest, one.id))


def _say_how_to_go_on(console: Console, settings: Settings) -> None:
    address = f"http://{settings.host}:{settings.port}"
    console.print(
        f"""
[bold]How to go on[/bold]
  casus serve                 pages to look at: {address}; the API is described at {address}/docs
  casus paths IRN SAU         another pair of states
  casus ingest FILE…          reports of your own
  casus export -o graph.ttl   all of it as RDF
  casus retract DOCUMENT…     takes documents out again, such as the six samples
""",
        soft_wrap=True,
    )
