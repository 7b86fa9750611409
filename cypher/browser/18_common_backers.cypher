// 18. Who backs each of two actors, directly or through another
// GET /v1/actors/common-backers
// Change the two ids.
// out  one: paths from the one to the backer   two: paths from the other
MATCH one = (:Actor {id: "org/kataib-hezbollah"})-[:BACKED_BY*1..2]->(backer)
MATCH two = (:Actor {id: "org/quds-force"})-[:BACKED_BY*1..2]->(backer)
RETURN one, two
LIMIT 50
