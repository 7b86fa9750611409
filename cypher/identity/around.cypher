// What the claims about some entities or names connect, and which reports they are about.
// in   ids: of entities, or of names that are taken to be an entity's
// out  pairs: [subject, predicate, object], each the entity or incident that it is taken to be   reports: ids
UNWIND $ids AS id
CALL (id) {
  MATCH (e:Entity {id: id}) RETURN e
UNION
  MATCH (e:Merged {id: id}) RETURN e
}
RETURN
  COLLECT {
    MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim)
    MATCH (c)-[:SUBJECT]->()-[:OF]->{0,1}(s:Entity)
    MATCH (c)-[:OBJECT]->()-[:OF]->{0,1}(o:Entity)
    RETURN DISTINCT [s.id, c.predicate, o.id]
  } AS pairs,
  COLLECT { MATCH (e)<-[:OBJECT]-(:Claim)-[:SUBJECT]->(r:Report) RETURN DISTINCT r.id } AS reports
