// Every incident, by id, with the plain relationships that begin at it.
// out  incident: map of its properties   relations: maps of type, object: id
MATCH (i:Entity:Incident)
WHERE i.id > "incident/"
WITH i
ORDER BY i.id
RETURN
  i {.*} AS incident,
  COLLECT { MATCH (i)-[r]->(o:Entity) RETURN {type: type(r), object: o.id} ORDER BY type(r), o.id } AS relations
ORDER BY i.id
