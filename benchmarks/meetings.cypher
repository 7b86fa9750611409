// Writes the meetings of actors as they are given.
// in   rows: maps of incident: id, by: id, on: id, says: map of the properties of AT
UNWIND $rows AS row
MATCH (i:Entity {id: row.incident}), (x:Entity {id: row.by}), (y:Entity {id: row.on})
MERGE (m:Meeting {id: row.by + " " + row.on})
MERGE (m)-[:BY]->(x)
MERGE (m)-[:ON]->(y)
CREATE (i)-[at:AT]->(m)
SET at = row.says
