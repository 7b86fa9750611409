// 5. How one state reaches another: through groups that it backs, and the incidents in which they meet
// GET /v1/paths/proxy
// Change the two ids. The surest come first.
// out  way: paths from the one state to the other
MATCH way = (a:Actor {id: "state/IRN"})<-[backing:BACKED_BY*1..2]-(group:Actor)
  <-[one:PERPETRATOR|TARGET]-(i:Incident)-[two:PERPETRATOR|TARGET]->(b:Actor {id: "state/USA"})
WHERE type(one) <> type(two) AND i.status IN ["occurred", "ongoing"]
RETURN way
ORDER BY reduce(sure = 1.0, r IN relationships(way) | sure * r.confidence) DESC
LIMIT 10
