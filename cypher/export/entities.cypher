// Every entity but incidents, by id, with the plain relationships that begin at it.
// in   first: id   last: id
// out  entity: map of its properties   relations: maps of type, object: id
MATCH (e:Entity)
WHERE $first <= e.id <= $last
WITH e
ORDER BY e.id
RETURN
  e {.*, folded: null} AS entity,
  COLLECT { MATCH (e)-[r]->(o:Entity) RETURN {type: type(r), object: o.id} ORDER BY type(r), o.id } AS relations
ORDER BY e.id
