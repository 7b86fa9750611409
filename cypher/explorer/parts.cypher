// The incidents that an entity had a part in: as perpetrator, as target, or as the place or what contains it; the latest
// first, and those without a day last.
// in   id: of the entity   limit: rows
//      by: map of since, until and known_by (dates, or null), type (PLOVER event type, or null), least (confidence of the
//      part, 0 to 1) and source (who published a report of it, or null)
// out  roles: perpetrator, target, located-in   confidence: of its surest part   incident: map
MATCH (e:Entity {id: $id})
CALL (e) {
  MATCH (e)<-[r:PERPETRATOR|TARGET]-(i:Incident)
  RETURN i, r, toLower(type(r)) AS role
UNION
  MATCH (e)<-[:LOCATED_IN*0..2]-(place)<-[r:LOCATED_IN]-(i:Incident)
  RETURN i, r, "located-in" AS role
}
WITH i, role, max(r.confidence) AS sure
WHERE sure >= $by.least
  AND ($by.type IS NULL OR i.type = $by.type)
  AND ($by.since IS NULL OR i.latest >= $by.since)
  AND ($by.until IS NULL OR i.earliest <= $by.until)
  AND ($by.known_by IS NULL OR i.first_reported <= $by.known_by)
  AND ($by.source IS NULL OR EXISTS { (i)<-[:OF]-()<-[:REPORTS]-(:Document {source: $by.source}) })
WITH i, collect(role) AS roles, max(sure) AS confidence
ORDER BY i.timeline DESC, i.id
LIMIT $limit
RETURN roles, confidence, i {
  .id, .name, .type, .mode, .status,
  date: CASE WHEN i.earliest IS NOT NULL THEN i {.earliest, .latest} END,
  killed: CASE WHEN i.killed_min IS NOT NULL THEN {min: i.killed_min, max: i.killed_max} END,
  wounded: CASE WHEN i.wounded_min IS NOT NULL THEN {min: i.wounded_min, max: i.wounded_max} END,
  perpetrators: COLLECT { MATCH (i)-[:PERPETRATOR]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
  targets: COLLECT { MATCH (i)-[:TARGET]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
  places: COLLECT { MATCH (i)-[:LOCATED_IN]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
  reports: COUNT { (i)<-[:OF]-() }
} AS incident
