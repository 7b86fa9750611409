// What is said of a subject, in a graph that was made before SUBJECT said it (see cypher/load/claims).
MATCH (c:Claim)-[s:SUBJECT]->()
CALL (c, s) {
  MATCH (c)-[:OBJECT]->(o)
  SET s = {predicate: c.predicate, object: o.id}
} IN TRANSACTIONS OF 1000 ROWS
