// Writes reports: what a document says of an incident.
// in   rows: maps of document: id, says: map of the properties of a report
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
CREATE (d)-[:REPORTS]->(r:Report)
SET r = row.says
