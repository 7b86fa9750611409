// Records that the schema statements up to a number have been applied.
// in   schema: the number   version: the version of Casus that applied them
MERGE (g:Casus {name: "graph"})
SET g.schema = $schema, g.version = $version
