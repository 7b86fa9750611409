// 3. Who backs an actor, directly and through others
// GET /v1/actors/{id}/backers
// Change the id, or how many hops: 1..4.
// out  way: paths from the actor to its backers
MATCH way = (a:Actor {id: "org/kataib-hezbollah"})-[:BACKED_BY*1..2]->(backer)
RETURN way
