// What documents that are about to go have a part in.
// in   documents: ids
// out  entities: ids of the entities they mention   incidents: ids of the incidents they report
//      pairs: [subject, predicate, object] of their claims between entities
UNWIND $documents AS id
MATCH (d:Document {id: id})
RETURN
  COLLECT { MATCH (d)-[:MENTIONS]->()-[:OF]->{0,1}(e:Entity) RETURN DISTINCT e.id } AS entities,
  COLLECT { MATCH (d)-[:REPORTS]->(:Report)-[:OF]->(i) RETURN DISTINCT i.id } AS incidents,
  COLLECT {
    MATCH (d)-[:STATES]->(c), (c)-[:SUBJECT]->(s:Entity|Merged), (c)-[:OBJECT]->(o:Entity|Merged)
    MATCH (s)-[:OF]->{0,1}(subject:Entity)
    MATCH (o)-[:OF]->{0,1}(object:Entity)
    RETURN DISTINCT [subject.id, c.predicate, object.id]
  } AS pairs
