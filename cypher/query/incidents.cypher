// Incidents, the latest first and those without a date last.
// in   actor: id of a perpetrator, or null   target: id of a target, or null
//      place: id of a place or state in which they are, directly or because one lies in the other, or null
//      type: PLOVER event type, or null   since: date, or null   until: date, or null
//      after: [timeline] of the last row before these, or null   limit: rows
// out  id: of the incident   name: its first words   type: PLOVER event type   mode: PLOVER mode, or null
//      status: whether it is real   date: map of earliest and latest, or null   killed: map of min and max, or null
//      wounded: likewise   perpetrators: maps of id, type, name   targets: likewise   places: likewise
//      reports: their number   key: [timeline]
OPTIONAL MATCH (within:Entity:State {id: $place})
MATCH (i:Incident)
WHERE i.timeline < coalesce($after[0], "a")
  AND ($type IS NULL OR i.type = $type)
  AND ($since IS NULL OR i.latest >= $since)
  AND ($until IS NULL OR i.earliest <= $until)
  AND ($actor IS NULL OR EXISTS { (i)-[:PERPETRATOR]->(:Entity {id: $actor}) })
  AND ($target IS NULL OR EXISTS { (i)-[:TARGET]->(:Entity {id: $target}) })
  AND ($place IS NULL OR EXISTS {
    MATCH (i)-[:LOCATED_IN]->(p)
    WHERE p.id = $place OR p.iso3 = within.iso3 OR EXISTS { (p)-[:LOCATED_IN*1..4]->(:Entity {id: $place}) }
  })
WITH i
ORDER BY i.timeline DESC
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
  [i.timeline] AS key
ORDER BY i.timeline DESC
