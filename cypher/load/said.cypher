// All claims about pairs that count, with who made them. Those of its reports are an incident's, those of names that are
// taken to be an entity's are that entity's.
//
// The claims are found from the subject: the object can be a state that a tenth of all claims are about. What they say of
// it stands on SUBJECT, so that only those that count are looked at.
//
// in   rows: maps of subject: id, predicate: as in a claim, object: id   least: the confidence from which a claim counts
// out  subject: id   predicate: as in a claim   object: id
//      earliest: the first day of the subject, if it is an incident, or null   latest: its last day, or null
//      said: maps of claim: id, document: id, kind: of the document, day: of its publication, polarity, confidence,
//      valid_from, valid_to
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject}), (o:Entity {id: row.object})
CALL (s, o, row) {
  WITH s, row, [o.id] + COLLECT { MATCH (o)<-[:OF]-(name) RETURN name.id } AS names
  UNWIND [s] + COLLECT { MATCH (s)<-[:OF]-(x) RETURN x } AS x
  MATCH (x)<-[says:SUBJECT]-(c)
  WHERE says.predicate = row.predicate AND says.object IN names AND c.confidence >= $least
  MATCH (d)-[:STATES]->(c)
  RETURN collect(c {
    .polarity, .confidence, .valid_from, .valid_to,
    claim: c.id, document: d.id, day: d.published, kind: coalesce(d.kind, "text")
  }) AS said
}
RETURN
  row.subject AS subject, row.predicate AS predicate, row.object AS object, s.earliest AS earliest, s.latest AS latest, said
