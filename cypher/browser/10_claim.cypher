// 10. A claim as it stands in the graph: its subject, its object, its sentence, its document, on whose word
// GET /v1/claims/{id}
// It takes one that somebody denies, if there is any; to see another, write (c:Claim {id: "…"}).
// out  c: the claim   part: paths to what it is about and stands on
MATCH (c:Claim)
WITH c
ORDER BY c.polarity DESC, c.id
LIMIT 1
MATCH part = (c)-[:SUBJECT|OBJECT|EVIDENCE|ACCORDING_TO]->()
RETURN c, part
