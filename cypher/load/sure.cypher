// Relationships that are as sure as can be, are denied by nobody and end on no known day: what later documents assert changes
// nothing about when what was known (see casus.graph.relations.grown).
// in   rows: maps of subject: id, predicate: as in a claim, object: id, type: the relationship
// out  subject: id   predicate: as in a claim   object: id   says: map of its properties
//      day: the day of publication on which it became so sure   evidence: lists of a claim's confidence and its id
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject}), (o:Entity {id: row.object})
MATCH (s)-[r:$(row.type)]->(o)
WHERE r.confidence = 1.0 AND r.denials = 0 AND r.valid_to IS NULL AND r.first_reported IS NOT NULL
  AND coalesce(last(r.known_confidence), 1.0) = 1.0
RETURN
  row.subject AS subject, row.predicate AS predicate, row.object AS object, properties(r) AS says,
  coalesce(last(r.known_from), r.first_reported) AS day,
  COLLECT {
    UNWIND r.evidence AS claim
    MATCH (c:Claim {id: claim})
    USING INDEX SEEK c:Claim(id)
    RETURN [c.confidence, c.id]
  } AS evidence
