// What people judged, the latest first.
// in   after: [at, id] of the last row before these, or null   limit: rows
// out  id: of the judgement   kind: reports or entities   one: id   other: id   verdict: same, different or unsure
//      kept: the entity that two names are of, or null   score: how likely Casus took it to be, or null
//      by: who judged   at: when, as text in UTC   key: [at, id]
MATCH (j:Judgement)
WHERE j.at <= coalesce($after[0], "9999") AND ($after IS NULL OR j.at < $after[0] OR j.id > $after[1])
WITH j
ORDER BY j.at DESC, j.id
LIMIT $limit
RETURN
  j.id AS id, j.kind AS kind, j.one AS one, j.other AS other, j.verdict AS verdict, j.kept AS kept,
  j.score AS score, j.by AS by, j.at AS at,
  [j.at, j.id] AS key
ORDER BY at DESC, id
