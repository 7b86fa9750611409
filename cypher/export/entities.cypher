// Every entity but incidents, by id, with the plain relationships that begin at it.
// out  entity: map of its properties   relations: maps of type, object: id
//
// Ids of incidents sort before those of all other entities, and "incident0" after them.
MATCH (e:Entity)
WHERE e.id > "incident0"
WITH e
ORDER BY e.id
RETURN
  e {.*, folded: null} AS entity,
  COLLECT { MATCH (e)-[r]->(o:Entity) RETURN {type: type(r), object: o.id} ORDER BY type(r), o.id } AS relations
ORDER BY e.id
