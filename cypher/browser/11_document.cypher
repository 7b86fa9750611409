// 11. What one document says: its claims and what they are about
// GET /v1/documents/{id}
// It takes the one that says most; to see another, write (d:Document {id: "…"}).
// out  d: the document   said: paths to its claims and to their subjects and objects
MATCH (d:Document)
WITH d
ORDER BY COUNT { (d)-[:STATES]->() } DESC, d.id
LIMIT 1
MATCH said = (d)-[:STATES]->(:Claim)-[:SUBJECT|OBJECT]->()
RETURN d, said
LIMIT 100
