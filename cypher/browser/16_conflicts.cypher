// 16. Which states meet in hostile incidents through groups that they back
// GET /v1/conflicts
// out  way: paths from the backer over its group and an incident to the state on the other side
MATCH way = (a:State)<-[:BACKED_BY]-(group:Actor)<-[one:PERPETRATOR|TARGET]-(i:Incident {type: "ASSAULT"})
  -[two:PERPETRATOR|TARGET]->(b:State)
WHERE type(one) <> type(two) AND a <> b
RETURN way
LIMIT 50
