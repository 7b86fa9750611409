// 4. Whom an actor backs, directly and through others
// GET /v1/actors/{id}/proxies
// Change the id, or how many hops: 1..4.
// out  way: paths from those it backs to the actor
MATCH way = (proxy)-[:BACKED_BY*1..2]->(a:Actor {id: "state/IRN"})
RETURN way
LIMIT 100
