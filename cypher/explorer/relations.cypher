// How sure relationships are, and how many documents assert each; those that no claim was accepted for are left out.
// in   pairs: maps of subject: id, predicate: as in a claim, object: id
// out  subject: map of id, type, name   predicate: as in a claim   object: map of id, type, name   confidence: 0 to 1
//      documents: their number
UNWIND $pairs AS pair
MATCH (s:Entity {id: pair.subject})-[r]->(o:Entity {id: pair.object})
WHERE toLower(replace(type(r), "_", "-")) = pair.predicate
RETURN
  s {.id, .name, type: CASE WHEN s:Incident THEN "Incident" ELSE s.type END} AS subject,
  pair.predicate AS predicate,
  o {.id, .name, type: CASE WHEN o:Incident THEN "Incident" ELSE o.type END} AS object,
  r.confidence AS confidence, r.documents AS documents
