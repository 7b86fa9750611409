// 2. An actor with what it is connected to: backers, proxies, what it is part of, what it must not be taken for
// GET /v1/entities/{id}
// Change the id.
// out  way: paths of one step
MATCH way = (e:Entity {id: "org/kataib-hezbollah"})-[:BACKED_BY|PART_OF|DISTINCT_FROM|LOCATED_IN]-(other:Entity)
WHERE NOT other:Incident
RETURN way
LIMIT 100
