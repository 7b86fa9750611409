// Deletes plain relationships.
// in   rows: maps of subject: id, object: id, type: the relationship
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject}), (o:Entity {id: row.object})
MATCH (s)-[old:$(row.type)]->(o)
DELETE old
