// What the claims and the plain relationships about incidents connect.
// in   incidents: ids
// out  subject: id   predicate: as in a claim   object: id
UNWIND $incidents AS id
MATCH (i:Entity:Incident {id: id})
CALL (i) {
  MATCH (i)<-[:OF]-(:Report)<-[:SUBJECT|OBJECT]-(c:Claim)
  MATCH (c)-[:SUBJECT]->()-[:OF]->{0,1}(s:Entity)
  MATCH (c)-[:OBJECT]->()-[:OF]->{0,1}(o:Entity)
  RETURN s.id AS subject, c.predicate AS predicate, o.id AS object
UNION
  MATCH (i)-[r]-(x:Entity)
  RETURN startNode(r).id AS subject, toLower(replace(type(r), "_", "-")) AS predicate, endNode(r).id AS object
}
RETURN DISTINCT subject, predicate, object
