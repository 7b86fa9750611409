// Computes anew the plain relationships of pairs from the claims about them.
//
// A claim counts from a confidence of `least` on. A document's word is its surest claim; documents are taken as
// independent, so that what n of them assert with p1 … pn is asserted with 1 - (1 - p1) … (1 - pn), and likewise what they
// deny. A relationship is made where more is asserted than denied; its confidence is asserted * (1 - denied). Denied claims
// never make one, and stay to be asked for.
//
// It holds on the days of the incident that is its subject. Else it holds from the first day that a claim names, or was
// said on, to the last end that a claim names, unless a later document asserts it without an end.
//
// kinds says whether texts assert it, data sets, or both.
//
// known_from and known_confidence say what had been reported by a day, for each day on which that changed (0: as much was
// denied as asserted), and known_evidence by which claim. They are left out where the first report was the only change.
// What was published nobody knows when was known by no day.
//
// The claims are found from the subject: the object can be a state that a tenth of all claims are about. What they say of
// it stands on SUBJECT, so that only those that count are looked at.
//
// in   rows: maps of subject: id, predicate: as in a claim, type: the relationship, object: id   least: 0 to 1
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject}), (o:Entity {id: row.object})
CALL (s, o, row) { MATCH (s)-[old:$(row.type)]->(o) DELETE old }
CALL (s, o, row) {
  WITH s, row, [o.id] + COLLECT { MATCH (o)<-[:OF]-(name) RETURN name.id } AS names
  UNWIND [s] + COLLECT { MATCH (s)<-[:OF]-(x) RETURN x } AS x
  MATCH (x)<-[says:SUBJECT]-(c)
  WHERE says.predicate = row.predicate AND says.object IN names AND c.confidence >= $least
  MATCH (d)-[:STATES]->(c)
  WITH d, c, c.polarity = "asserted" AS yes ORDER BY c.confidence DESC, c.id
  WITH
    d.published AS day, d, yes, max(c.confidence) AS word, head(collect(c.id)) AS claim, count(c) AS claims,
    min(coalesce(c.valid_from, CASE WHEN c.valid_to < c.said THEN c.valid_to ELSE c.said END)) AS since,
    max(c.valid_to) AS until, coalesce(d.kind, "text") AS kind
  WITH day, kind, yes, word, claim, claims, since, until ORDER BY word DESC, claim
  RETURN
    collect(CASE WHEN yes THEN {day: day, kind: kind, word: word, claim: claim, claims: claims} END) AS said,
    collect(CASE WHEN NOT yes THEN {day: day, word: word, claim: claim, claims: claims} END) AS denied,
    min(CASE WHEN yes THEN day END) AS first,
    max(CASE WHEN yes THEN day END) AS last,
    min(CASE WHEN yes THEN since END) AS since,
    max(CASE WHEN yes THEN until END) AS until,
    max(CASE WHEN yes AND until IS NULL THEN day END) AS endless
}
CALL (said, denied) {
  UNWIND [one IN said | one {.day, .claim, yes: 1 - one.word, no: 1.0}] +
    [one IN denied | one {.day, .claim, yes: 1.0, no: 1 - one.word}] AS one
  WITH one.day AS day, one WHERE day IS NOT NULL
  WITH day, collect(one) AS all ORDER BY day
  WITH collect({
    day: day, claim: all[0].claim,
    yes: reduce(doubt = 1.0, one IN all | doubt * one.yes), no: reduce(doubt = 1.0, one IN all | doubt * one.no)
  }) AS days
  WITH reduce(by = [], one IN days | by + one {
    .day, .claim, yes: one.yes * coalesce(last(by).yes, 1.0), no: one.no * coalesce(last(by).no, 1.0)
  }) AS days
  WITH [one IN days | one {
    .day, .claim, confidence: round(CASE WHEN one.yes < one.no THEN (1 - one.yes) * one.no ELSE 0.0 END, 6)
  }] AS days
  RETURN [
    n IN range(0, size(days) - 1)
    WHERE days[n].confidence <> CASE n WHEN 0 THEN 0.0 ELSE days[n - 1].confidence END | days[n]
  ] AS known
}
WITH
  s, o, row, said, denied, first, last, since, until, endless, known,
  1 - reduce(doubt = 1.0, one IN said | doubt * (1 - one.word)) AS yes,
  1 - reduce(doubt = 1.0, one IN denied | doubt * (1 - one.word)) AS no
WHERE yes > no AND s <> o
WITH s, o, row, said, denied, first, last, since, until, endless, known, round(yes * (1 - no), 6) AS confidence
WITH *, known = [{day: first, claim: said[0].claim, confidence: confidence}] AS at_once
CREATE (s)-[r:$(row.type)]->(o)
SET r = {
  confidence: confidence, documents: size(said),
  claims: reduce(n = 0, one IN said | n + one.claims), denials: reduce(n = 0, one IN denied | n + one.claims),
  first_reported: first, last_reported: last,
  valid_from: coalesce(s.earliest, since), valid_to: coalesce(s.latest, CASE WHEN endless > until THEN null ELSE until END),
  evidence: [one IN said | one.claim][..5],
  kinds: [kind IN ["dataset", "text"] WHERE kind IN [one IN said | one.kind]],
  known_from: CASE WHEN NOT at_once THEN [one IN known | one.day] END,
  known_confidence: CASE WHEN NOT at_once THEN [one IN known | one.confidence] END,
  known_evidence: CASE WHEN NOT at_once THEN [one IN known | one.claim] END
}
