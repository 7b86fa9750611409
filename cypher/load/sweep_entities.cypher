// Deletes those of some entities, and of the names that are taken to be theirs, that no document mentions any more.
// in   entities: ids
UNWIND $entities AS id
MATCH (e:Entity {id: id})
WHERE NOT e:Incident
CALL (e) { MATCH (m:Merged)-[:OF]->(e) WHERE NOT EXISTS { (m)<-[:MENTIONS]-() } DETACH DELETE m }
WITH e
WHERE NOT EXISTS { (e)<-[:OF]-() } AND NOT EXISTS { (e)<-[:MENTIONS]-() }
DETACH DELETE e
