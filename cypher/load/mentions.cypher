// Writes which entities a document mentions, and what it says of each; entities that are new get their id only.
// in   rows: maps of document: id, entity: id, says: map of name, type, iso3, point, aliases, starts, ends
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MERGE (e:Entity {id: row.entity})
CREATE (d)-[m:MENTIONS]->(e)
SET m = row.says
