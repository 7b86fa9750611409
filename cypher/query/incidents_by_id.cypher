// All incidents, by id.
// in   after: [id] of the last row before these, or null   limit: rows
// out  id: of the incident   name: its first words   type: PLOVER event type   mode: PLOVER mode, or null
//      status: whether it is real   date: map of earliest and latest, or null   killed: map of min and max, or null
//      wounded: likewise   perpetrators: maps of id, type, name   targets: likewise   places: likewise
//      reports: their number   key: [id]
MATCH (i:Entity:Incident)
WHERE i.id > coalesce($after[0], "incident/")
WITH i
ORDER BY i.id
LIMIT $limit
RETURN
  i.id AS id, i.name AS name, i.type AS type, i.mode AS mode, i.status AS status,
  CASE WHEN i.earliest IS NOT NULL THEN i {.earliest, .latest} END AS date,
  CASE WHEN i.killed_min IS NOT NULL THEN {min: i.killed_min, max: i.killed_max} END AS killed,
  CASE WHEN i.wounded_min IS NOT NULL THEN {min: i.wounded_min, max: i.wounded_max} END AS wounded,
  COLLECT { MATCH (i)-[:PERPETRATOR]->(e) RETURN e {.id, .type, .name} ORDER BY e.id } AS perpetrators,
  COLLECT { MATCH (i)-[:TARGET]->(e) RETURN e {.id, .type, .name} ORDER BY e.id } AS targets,
  COLLECT { MATCH (i)-[:LOCATED_IN]->(e) RETURN e {.id, .type, .name} ORDER BY e.id } AS places,
  COUNT { (i)<-[:OF]-() } AS reports,
  [i.id] AS key
ORDER BY id
