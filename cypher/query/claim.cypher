// One claim with the sentences behind it.
// in   id: of the claim
// out  id: of the claim   document: its id   published: date, or null   subject: map of id, type, name
//      subject_report: the report's id, where the subject is an incident   predicate: as in a record
//      object: map of id, type, name   object_report: the report's id, where the object is an incident
//      polarity: asserted or denied   confidence: 0 to 1   attributed_to: map of id, type, name, or null
//      rule: what read it from the text, or null   support: kinds of support   evidence: the quoted sentences as maps
MATCH (d:Document)-[:STATES]->(c:Claim {id: $id})
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
  } AS evidence
