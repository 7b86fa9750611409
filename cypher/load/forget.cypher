// Deletes documents with their claims, reports, passages and mentions, and sources that are left without any.
// in   documents: ids
UNWIND $documents AS id
MATCH (d:Document {id: id})
CALL (d) { MATCH (d)-[:STATES]->(c:Claim) DETACH DELETE c }
CALL (d) { MATCH (d)-[:REPORTS]->(:Report)<-[:CLUE_TO]-(c:Clue) DETACH DELETE c }
CALL (d) { MATCH (d)-[:REPORTS]->(r:Report) DETACH DELETE r }
CALL (d) { MATCH (p:Passage)-[:IN]->(d) DETACH DELETE p }
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(s:Source)
DETACH DELETE d
WITH DISTINCT s
WHERE s IS NOT NULL AND NOT EXISTS { (s)<-[:PUBLISHED_BY]-() }
DELETE s
