// 14. The shortest way between two, along relationships of any kind but places
// GET /v1/paths/shortest
// Change the two ids.
// out  way: a path
MATCH (a:Entity {id: "org/quds-force"}), (b:Entity {id: "state/USA"})
MATCH way = shortestPath((a)-[:BACKED_BY|PART_OF|PERPETRATOR|TARGET|RETALIATES_FOR|CAUSED_BY*..6]-(b))
RETURN way
