// Writes claims, with what they are about and the sentences that carry them. SUBJECT says what is said of the subject: the
// predicate, and of what object.
// in   rows: maps of document: id, kind: of the document, says: map of the properties of a claim, subject and object: maps
//      of the id of an entity, merged or report, speaker: map of the id of an entity or merged, passages: ids
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
CREATE (d)-[:STATES]->(c:Claim)
SET c = row.says
WITH c, row, {predicate: c.predicate, object: coalesce(row.object.entity, row.object.merged, row.object.report)} AS says
CALL (c, row, says) { MATCH (e:Entity {id: row.subject.entity}) CREATE (c)-[s:SUBJECT]->(e) SET s = says }
CALL (c, row, says) { MATCH (m:Merged {id: row.subject.merged}) CREATE (c)-[s:SUBJECT]->(m) SET s = says }
CALL (c, row, says) { MATCH (r:Report {id: row.subject.report}) CREATE (c)-[s:SUBJECT]->(r) SET s = says }
CALL (c, row) { MATCH (e:Entity {id: row.object.entity}) CREATE (c)-[:OBJECT]->(e) }
CALL (c, row) { MATCH (m:Merged {id: row.object.merged}) CREATE (c)-[:OBJECT]->(m) }
CALL (c, row) { MATCH (r:Report {id: row.object.report}) CREATE (c)-[:OBJECT]->(r) }
CALL (c, row) { MATCH (e:Entity {id: row.speaker.entity}) CREATE (c)-[:ACCORDING_TO]->(e) }
CALL (c, row) { MATCH (m:Merged {id: row.speaker.merged}) CREATE (c)-[:ACCORDING_TO]->(m) }
UNWIND row.passages AS passage
MATCH (p:Passage {id: passage})
CREATE (c)-[:EVIDENCE]->(p)
