// The last schema statement that was applied to this graph; no row: none was.
// out  schema: its number   version: the version of Casus that applied it
MATCH (g:Casus {name: "graph"})
RETURN g.schema AS schema, g.version AS version
