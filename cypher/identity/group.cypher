// All names that are taken to be the same entity's as some are, and those entities themselves.
// in   ids: of entities, or of names that are taken to be an entity's
// out  id: one of them   kept: the entity it is taken to be; its own id where it is one
//      names: all that it is known by, or null where it is merged   iso3: of its country, or null
UNWIND $ids AS id
CALL (id) {
  MATCH (e:Entity {id: id}) WHERE NOT e:Incident RETURN e
UNION
  MATCH (:Merged {id: id})-[:OF]->(e) RETURN e
}
WITH DISTINCT e
MATCH (n)-[:OF]->{0,1}(e)
RETURN n.id AS id, e.id AS kept, n.names AS names, n.iso3 AS iso3
