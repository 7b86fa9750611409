// Writes by what reports are found that may be of one event (see casus.graph.blocking).
// in   rows: maps of report: id, says: map of the properties of a clue
UNWIND $rows AS row
MATCH (r:Report {id: row.report})
CREATE (c:Clue)-[:CLUE_TO]->(r)
SET c = row.says
