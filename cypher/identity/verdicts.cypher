// What people judge of reports or names: of every two the latest verdict.
// in   ids: of reports or of entities
// out  one: id   other: id   verdict: same, different or unsure   kept: the entity that two names are of, else null
UNWIND $ids AS id
CALL (id) {
  MATCH (j:Judgement {one: id}) RETURN j
UNION
  MATCH (j:Judgement {other: id}) RETURN j
}
WITH DISTINCT j
ORDER BY j.at DESC, j.id
WITH j.one AS one, j.other AS other, head(collect(j)) AS j
RETURN one, other, j.verdict AS verdict, j.kept AS kept
