// Writes the sentences that claims quote.
// in   rows: maps of document: id, says: map of id, sentence, start, end, sha
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
CREATE (p:Passage)-[:IN]->(d)
SET p = row.says
