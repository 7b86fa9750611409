"""The graph as RDF, for those who ask with other tools: `export(graph, target, format)`."""

from casus.rdf.dump import export
from casus.rdf.write import Format

__all__ = ["Format", "export"]
