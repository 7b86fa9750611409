// Which backing is denied: pairs of a supported actor and its backer, of which one is the actor asked about.
// in   id: of the actor
// out  subject: map of id, type, name: who is said not to be backed   object: map of id, type, name: by whom
MATCH (a:Entity:Actor {id: $id})<-[:SUBJECT|OBJECT]-(c:Claim {predicate: "backed-by", polarity: "denied"})
MATCH (c)-[:SUBJECT]->(s:Entity), (c)-[:OBJECT]->(o:Entity)
WITH DISTINCT s, o
ORDER BY s.id, o.id
LIMIT 50
RETURN s {.id, .type, .name} AS subject, o {.id, .type, .name} AS object
