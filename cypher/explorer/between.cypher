// The claims, asserted and denied, that stand behind relationships, each with its sentences; the surest forty of each.
// in   pairs: maps of subject: id, predicate: as in a claim, object: id
// out  id: of the claim   document: its id   published: date, or null   subject: map of id, type, name
//      predicate: as in a record   object: map of id, type, name   polarity: asserted or denied   confidence: 0 to 1
//      attributed_to: map of id, type, name, or null   rule: what read it from the text, or null
//      support: kinds of support   evidence: the quoted sentences as maps
UNWIND $pairs AS pair
MATCH (subject:Entity {id: pair.subject}), (object:Entity {id: pair.object})
CALL (subject, object, pair) {
  MATCH (subject)<-[:OF]-{0,1}()<-[:SUBJECT]-(c:Claim {predicate: pair.predicate})
  MATCH (c)-[:OBJECT]->()-[:OF]->{0,1}(e)
  WHERE e = object
  WITH DISTINCT c
  ORDER BY c.confidence DESC, c.id
  LIMIT 40
  RETURN c
}
MATCH (d:Document)-[:STATES]->(c)
OPTIONAL MATCH (c)-[:ACCORDING_TO]->(speaker)
RETURN
  c.id AS id, d.id AS document, d.published AS published,
  subject {.id, .name, type: CASE WHEN subject:Incident THEN "Incident" ELSE subject.type END} AS subject,
  c.predicate AS predicate,
  object {.id, .name, type: CASE WHEN object:Incident THEN "Incident" ELSE object.type END} AS object,
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
ORDER BY published, id
