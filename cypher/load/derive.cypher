// Computes anew the plain relationships of pairs from the claims about them.
//
// A claim counts from a confidence of `least` on. A document's word is its surest claim; documents are taken as
// independent, so that what n of them assert with p1 … pn is asserted with 1 - (1 - p1) … (1 - pn), and likewise what they
// deny. A relationship is made where more is asserted than denied; its confidence is asserted * (1 - denied). Denied claims
// never make one, and stay to be asked for.
//
// The claims are found from the subject: the object can be a state that a tenth of all claims are about.
//
// in   rows: maps of subject: id, predicate: as in a claim, type: the relationship, object: id   least: 0 to 1
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject}), (o:Entity {id: row.object})
CALL (s, o, row) { MATCH (s)-[old:$(row.type)]->(o) DELETE old }
CALL (s, o, row) {
  MATCH (s)<-[:OF]-{0,1}()<-[:SUBJECT]-(c:Claim {predicate: row.predicate})
  WHERE c.confidence >= $least
  WITH o, c
  MATCH (c)-[:OBJECT]->()-[:OF]->{0,1}(e)
  WHERE e = o
  WITH c
  MATCH (d:Document)-[:STATES]->(c)
  WITH d, c, c.polarity = "asserted" AS yes ORDER BY c.confidence DESC, c.id
  WITH d, yes, max(c.confidence) AS word, head(collect(c.id)) AS claim, count(c) AS claims
  WITH d, yes, word, claim, claims ORDER BY word DESC, claim
  RETURN
    1 - reduce(doubt = 1.0, p IN collect(CASE WHEN yes THEN word END) | doubt * (1 - p)) AS asserted,
    1 - reduce(doubt = 1.0, p IN collect(CASE WHEN NOT yes THEN word END) | doubt * (1 - p)) AS denied,
    count(CASE WHEN yes THEN d END) AS documents,
    sum(CASE WHEN yes THEN claims ELSE 0 END) AS claims,
    sum(CASE WHEN yes THEN 0 ELSE claims END) AS denials,
    min(CASE WHEN yes THEN d.published END) AS first,
    max(CASE WHEN yes THEN d.published END) AS last,
    collect(CASE WHEN yes THEN claim END)[..5] AS evidence
}
WITH s, o, row, asserted, denied, documents, claims, denials, first, last, evidence
WHERE asserted > denied AND s <> o
CREATE (s)-[r:$(row.type)]->(o)
SET r = {
  confidence: round(asserted * (1 - denied), 6), documents: documents, claims: claims, denials: denials,
  first_reported: first, last_reported: last,
  valid_from: coalesce(s.earliest, first), valid_to: s.latest,
  evidence: evidence
}
