// 7. One incident with its reports and the documents that told of it
// GET /v1/incidents/{id}
// It takes the one that most documents tell of; to see another, write (i:Incident {id: "incident/…"}).
// out  i: the incident   part: paths to who, whom and where   told: paths to the documents
MATCH (i:Incident)
WITH i
ORDER BY COUNT { (i)<-[:OF]-() } DESC, i.id
LIMIT 1
MATCH part = (i)-[:PERPETRATOR|TARGET|LOCATED_IN]->()
MATCH told = (i)<-[:OF]-(:Report)<-[:REPORTS]-(:Document)
RETURN i, part, told
