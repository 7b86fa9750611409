// Deletes those of some entities that no document mentions any more.
// in   entities: ids
UNWIND $entities AS id
MATCH (e:Entity {id: id})
WHERE NOT e:Incident AND NOT EXISTS { (e)<-[:MENTIONS]-() }
DETACH DELETE e
