"""The graph: open it, load what documents say, retract them, ask.

with Graph.open(Settings()) as graph:
    graph.load(records)
    for path in graph.ask(queries.proxy_paths("IRN", "USA")).paths:
        …
"""

from casus.graph.store import Graph

__all__ = ["Graph"]
