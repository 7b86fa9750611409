"""Answers of the graph at a terminal."""

from rich.console import Console
from rich.text import Text

from casus.graph.answers import Hop, Path, ProxyPaths, Quote

QUOTES = 2
"""Sentences shown for a hop; the API gives them all."""


def show_paths(found: ProxyPaths, console: Console | None = None) -> None:
    """Print paths, the best first, with the sentences behind every hop."""
    console = console or Console(highlight=False)
    if not found.paths:
        console.print(f"No path leads from {found.source.name} to {found.target.name} through groups that they back.")
    for number, path in enumerate(found.paths, start=1):
        console.print(_heading(number, path, found), soft_wrap=True)
        for hop in path.hops:
            console.print(_hop(hop), soft_wrap=True)


def _heading(number: int, path: Path, found: ProxyPaths) -> Text:
    day = f", {path.incident.date.earliest}" if path.incident.date else ""
    return Text.assemble(
        (f"{number}. {found.source.name} to {found.target.name} by way of ", "bold"),
        (f"“{path.incident.name}”{day}", "bold"),
        (f"  (score {path.score:.2f})", "dim"),
    )


def _hop(hop: Hop) -> Text:
    text = Text.assemble(
        "   ",
        (hop.source.name, "cyan"),
        f" —{hop.relation}→ ",
        (hop.target.name, "cyan"),
        (f"  confidence {hop.confidence:.2f}, {hop.documents} document{'s' * (hop.documents != 1)}", "dim"),
    )
    for quote in hop.evidence[:QUOTES]:
        text.append_text(_quote(quote))
    return text


def _quote(quote: Quote) -> Text:
    told = ", ".join(filter(None, (quote.source, str(quote.published or ""), quote.document)))
    return Text.assemble("\n     ", (f"“{' '.join(quote.sentence.split())}”", "italic"), (f"  {told}", "dim"))
