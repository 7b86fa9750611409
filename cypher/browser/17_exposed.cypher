// 17. Which states are hit by groups that other states back, those hit most often first
// GET /v1/actors/exposed
// This gives a table.
// out  state: its name   incidents: how many   groups: whose   backers: who backs those
MATCH (hit:State)<-[:TARGET]-(i:Incident)-[:PERPETRATOR]->(group:Actor)-[:BACKED_BY]->(backer:State)
WHERE hit <> backer
RETURN hit.name AS state, count(DISTINCT i) AS incidents, collect(DISTINCT group.name) AS groups,
  collect(DISTINCT backer.name) AS backers
ORDER BY incidents DESC
