// Writes documents and the sources that published them.
// in   rows: maps of the properties of a document; source may be null
UNWIND $rows AS row
CREATE (d:Document)
SET d = row
WITH d
WHERE d.source IS NOT NULL
MERGE (s:Source {name: d.source})
CREATE (d)-[:PUBLISHED_BY]->(s)
