// Writes incidents and which reports are of them.
// in   rows: maps of reports: ids, says: map of the properties of an incident, id among them
UNWIND $rows AS row
MERGE (i:Entity {id: row.says.id})
SET i:Incident, i = row.says
WITH i, row
UNWIND row.reports AS id
MATCH (r:Report {id: id})
CALL (r) { MATCH (r)-[old:OF]->() DELETE old }
CREATE (r)-[:OF]->(i)
