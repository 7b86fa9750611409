// Claims, asserted and denied, by id; about one subject, of one predicate, about one object, of texts or of data sets.
// in   by: map of subject and object (ids of entities or incidents, or nulls), predicate (as in a record, or null) and kind
//      (of document, text or dataset, or null)
//      after: [id] of the last row before these, or null   limit: rows
// out  id: of the claim   document: its id   published: date, or null   subject: map of id, type, name
//      subject_report: the report's id, where the subject is an incident   predicate: as in a record
//      object: map of id, type, name   object_report: the report's id, where the object is an incident
//      polarity: asserted or denied   confidence: 0 to 1   attributed_to: map of id, type, name, or null
//      rule: what read it from the text, or null   support: kinds of support   evidence: the quoted sentences as maps
//      key: [id]
MATCH (c:Claim)
WHERE c.id > coalesce($after[0], "")
  AND ($by.predicate IS NULL OR c.predicate = $by.predicate)
  AND ($by.kind IS NULL OR EXISTS { (d:Document)-[:STATES]->(c) WHERE coalesce(d.kind, "text") = $by.kind })
  AND ($by.subject IS NULL OR EXISTS { (c)-[:SUBJECT]->()-[:OF]->{0,1}(:Entity {id: $by.subject}) })
  AND ($by.object IS NULL OR EXISTS { (c)-[:OBJECT]->()-[:OF]->{0,1}(:Entity {id: $by.object}) })
WITH c
ORDER BY c.id
LIMIT $limit
MATCH (d:Document)-[:STATES]->(c)
MATCH (c)-[:SUBJECT]->(s), (c)-[:OBJECT]->(o)
MATCH (s)-[:OF]->{0,1}(subject:Entity)
MATCH (o)-[:OF]->{0,1}(object:Entity)
OPTIONAL MATCH (c)-[:ACCORDING_TO]->()-[:OF]->{0,1}(speaker:Entity)
RETURN
  c.id AS id, d.id AS document, d.published AS published,
  subject {.id, .name, type: CASE WHEN subject:Incident THEN "Incident" ELSE subject.type END} AS subject,
  CASE WHEN s:Report THEN s.id END AS subject_report,
  c.predicate AS predicate,
  object {.id, .name, type: CASE WHEN object:Incident THEN "Incident" ELSE object.type END} AS object,
  CASE WHEN o:Report THEN o.id END AS object_report,
  c.polarity AS polarity, c.confidence AS confidence,
  speaker {.id, .type, .name} AS attributed_to,
  c.rule AS rule, c.support AS support,
  COLLECT {
    MATCH (c)-[:EVIDENCE]->(p)
    RETURN p {
      .sentence, .start, .end, document: d.id, title: d.title, source: d.source, published: d.published, url: d.url
    }
    ORDER BY p.start
  } AS evidence,
  [c.id] AS key
ORDER BY id
