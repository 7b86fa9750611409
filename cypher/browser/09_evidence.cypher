// 9. The sentences behind an edge, denials among them
// GET /v1/entities/{id}
// Change the two ids; this gives a table.
// out  says: asserted or denied   sentence: as it stands in the document   source: who published it
//      published: the day   confidence: how sure the reader is that it says so   claim: its id
MATCH (c:Claim {predicate: "backed-by"})-[:SUBJECT]->(:Entity {id: "org/kataib-hezbollah"}),
  (c)-[:OBJECT]->(:Entity {id: "state/IRN"})
MATCH (c)-[:EVIDENCE]->(p:Passage)-[:IN]->(d:Document)
RETURN c.polarity AS says, p.sentence AS sentence, d.source AS source, d.published AS published,
  c.confidence AS confidence, c.id AS claim
ORDER BY published
