// Writes what a document calls entities; entities that are new get their id only. A name that is taken to be another
// entity's gets a node of its own, which leads to that entity as a report leads to its incident.
// in   rows: maps of document: id, entity: id, kept: id of the entity that this one is taken to be, or null, and
//      of says: map of name, type, iso3, point, aliases, starts, ends
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
CALL (row) {
  WITH row WHERE row.kept IS NULL
  MERGE (e:Entity {id: row.entity})
  RETURN e
UNION
  WITH row WHERE row.kept IS NOT NULL
  MERGE (e:Merged {id: row.entity})
  MERGE (k:Entity {id: row.kept})
  MERGE (e)-[:OF]->(k)
  RETURN e
}
CREATE (d)-[m:MENTIONS]->(e)
SET m = row.says
