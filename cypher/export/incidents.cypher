// Every incident, by id, with the plain relationships that begin at it.
// in   first: id   last: id
// out  incident: map of its properties   relations: maps of type, object: id
MATCH (i:Entity:Incident)
WHERE $first <= i.id <= $last
WITH i
ORDER BY i.id
RETURN
  i {.*} AS incident,
  COLLECT { MATCH (i)-[r]->(o:Entity) RETURN {type: type(r), object: o.id} ORDER BY type(r), o.id } AS relations
ORDER BY i.id
