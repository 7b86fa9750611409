// Writes plain relationships.
// in   rows: maps of subject: id, object: id, type: the relationship, says: map of its properties (see
//      casus.graph.relations)
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject}), (o:Entity {id: row.object})
MERGE (s)-[r:$(row.type)]->(o)
SET r = row.says
