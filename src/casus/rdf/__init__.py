"""The graph as RDF, for those who ask with other tools: `export(graph, target)`, and back: `restore(graph, file)`."""

from casus.rdf.dump import export
from casus.rdf.formats import Format
from casus.rdf.restore import restore
from casus.rdf.write import as_json_ld

__all__ = ["Format", "as_json_ld", "export", "restore"]
