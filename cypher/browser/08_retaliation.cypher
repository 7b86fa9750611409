// 8. What answers what: the longest chain of retaliation, with who did it
// GET /v1/incidents/{id}/retaliation
// To see the chain of one incident, write (last:Incident {id: "incident/…"}).
// out  chain: a path from the last answer back to the first blow   i: its incidents   by: who did each   actor: by name
MATCH chain = (last:Incident)-[:RETALIATES_FOR*1..10]->(first:Incident)
WITH chain
ORDER BY length(chain) DESC
LIMIT 1
UNWIND nodes(chain) AS i
OPTIONAL MATCH (i)-[by:PERPETRATOR]->(actor)
RETURN chain, i, by, actor
