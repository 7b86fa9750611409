// All plain relationships, by subject, predicate and object.
// in   after: [subject, predicate, object] of the last row before these, or null   limit: rows
// out  subject: map of id, type, name   predicate: as in a record   object: map of id, type, name
//      confidence: 0 to 1   documents: how many assert it   claims: how many it stands on   denials: how many deny it
//      first_reported: date, or null   last_reported: date, or null   valid_from: date, or null
//      valid_to: date, or null   evidence: ids of its strongest claims   key: [subject, predicate, object]
MATCH (s:Entity)-[r]->(o:Entity)
WHERE s.id >= coalesce($after[0], "")
WITH s, o, r, toLower(replace(type(r), "_", "-")) AS predicate
WHERE $after IS NULL OR s.id > $after[0] OR predicate > $after[1] OR (predicate = $after[1] AND o.id > $after[2])
ORDER BY s.id, predicate, o.id
LIMIT $limit
RETURN
  s {.id, .name, type: CASE WHEN s:Incident THEN "Incident" ELSE s.type END} AS subject,
  predicate,
  o {.id, .name, type: CASE WHEN o:Incident THEN "Incident" ELSE o.type END} AS object,
  r.confidence AS confidence, r.documents AS documents, r.claims AS claims, r.denials AS denials,
  r.first_reported AS first_reported, r.last_reported AS last_reported,
  r.valid_from AS valid_from, r.valid_to AS valid_to, r.evidence AS evidence,
  [s.id, predicate, o.id] AS key
ORDER BY s.id, predicate, o.id
