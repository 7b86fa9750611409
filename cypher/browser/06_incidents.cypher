// 6. Incidents between two days, with who, whom and where
// GET /v1/incidents
// Change the days and the type; ASSAULT, COERCE, THREATEN and the others are PLOVER's.
// out  i: incidents, the latest first   r: their parts   party: who, whom or where
MATCH (i:Incident {type: "ASSAULT"})
WHERE i.latest >= date("2019-12-01") AND i.earliest <= date("2020-01-31")
WITH i
ORDER BY i.earliest DESC
LIMIT 25
MATCH (i)-[r:PERPETRATOR|TARGET|LOCATED_IN]->(party)
RETURN i, r, party
