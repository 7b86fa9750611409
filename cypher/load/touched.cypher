// What documents that are about to go have a part in.
// in   documents: ids
// out  entities: ids of the entities they mention   incidents: ids of the incidents they report
//      pairs: [subject, predicate, object] of their claims between entities
UNWIND $documents AS id
MATCH (d:Document {id: id})
RETURN
  COLLECT { MATCH (d)-[:MENTIONS]->(e) RETURN e.id } AS entities,
  COLLECT { MATCH (d)-[:REPORTS]->(:Report)-[:OF]->(i) RETURN DISTINCT i.id } AS incidents,
  COLLECT {
    MATCH (d)-[:STATES]->(c), (c)-[:SUBJECT]->(s:Entity), (c)-[:OBJECT]->(o:Entity)
    RETURN DISTINCT [s.id, c.predicate, o.id]
  } AS pairs
