// 1. Find an actor or place by any of its names, misspelt too
// GET /v1/entities
// Change the name; each word may be one or two letters wrong. Double-click a node to see what it is tied to.
// out  found: nodes, the most alike first
CALL db.index.fulltext.queryNodes("entity_names", "qataib~ AND hezbolla~", {limit: 10}) YIELD node, score
RETURN node AS found
ORDER BY score DESC
