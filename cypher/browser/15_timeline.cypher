// 15. What an actor did and suffered, the latest first
// GET /v1/timeline
// Change the id; this gives a table. To draw it, return i and r with the actor.
// out  day: the first on which it can have happened   part: what the actor was in it   what: its type
//      words: by which it is called   by: who did it   against: whom   id: of the incident
MATCH (a:Actor {id: "org/kataib-hezbollah"})<-[r:PERPETRATOR|TARGET]-(i:Incident)
RETURN i.earliest AS day, toLower(type(r)) AS part, i.type AS what, i.name AS words,
  COLLECT { MATCH (i)-[:PERPETRATOR]->(e) RETURN e.name } AS by,
  COLLECT { MATCH (i)-[:TARGET]->(e) RETURN e.name } AS against, i.id AS id
ORDER BY day DESC
LIMIT 100
