// Incidents, the latest first and those without a date last.
//
// They are looked for from the one asked about who has the fewest; where even that one has a part in very many, from the
// latest incident on, until enough are found. An incident dated more vaguely than to a year is not found by `since`.
//
// in   by: map of ids, or nulls: actor (a perpetrator), target, party (who is either), against (who is on the other side of
//      party), place (a place or state in which they are, directly or because one lies in the other); and of type (PLOVER
//      event type, or null)   period: map of since and until, dates or null
//      at: map of as_of (a day by which they happened, or null) and known_by (a day by which they had been reported, or null)
//      after: [timeline] of the last row before these, or null   limit: rows
// out  id: of the incident   name: its first words   type: PLOVER event type   mode: PLOVER mode, or null
//      status: whether it is real   date: map of earliest and latest, or null   killed: map of min and max, or null
//      wounded: likewise   perpetrators: maps of id, type, name   targets: likewise   places: likewise
//      reports: their number   key: [timeline]
OPTIONAL MATCH (within:Entity {id: $by.place})
CALL (within) {
  UNWIND CASE WHEN within:State THEN [within] ELSE [] END AS state
  MATCH (q:Entity {iso3: state.iso3})
  WHERE q.id IS NOT NULL AND q:Place
  RETURN q
UNION
  UNWIND CASE WHEN within:State OR within IS NULL THEN [] ELSE [within] END AS place
  MATCH (place)<-[:LOCATED_IN*0..3]-(q:Place)
  RETURN q
}
WITH collect(q) AS inside
CALL (inside) {
  CALL (inside) {
    UNWIND [id IN [$by.actor, $by.target, $by.party, $by.against] WHERE id IS NOT NULL] AS id
    OPTIONAL MATCH (e:Entity {id: id})
    RETURN [e] AS seeds, COUNT { (e)<-[:PERPETRATOR|TARGET]-() } AS many
  UNION ALL
    WITH inside
    WHERE $by.place IS NOT NULL
    RETURN inside AS seeds, reduce(many = 0, q IN inside | many + COUNT { (q)<-[:LOCATED_IN]-() }) AS many
  }
  WITH seeds, many
  ORDER BY many
  WITH collect(CASE WHEN many <= 5000 THEN seeds END)[0] AS seeds
  CALL (inside, seeds) {
    UNWIND seeds AS e
    MATCH (e)<-[:PERPETRATOR|TARGET|LOCATED_IN]-(i:Incident)
    WHERE i.timeline < coalesce($after[0], "a")
      AND ($by.type IS NULL OR i.type = $by.type)
      AND ($period.since IS NULL OR i.latest >= $period.since) AND ($period.until IS NULL OR i.earliest <= $period.until)
      AND ($at.as_of IS NULL OR i.earliest <= $at.as_of) AND ($at.known_by IS NULL OR i.first_reported <= $at.known_by)
      AND ($by.actor IS NULL OR EXISTS { (i)-[:PERPETRATOR]->(:Entity {id: $by.actor}) })
      AND ($by.target IS NULL OR EXISTS { (i)-[:TARGET]->(:Entity {id: $by.target}) })
      AND ($by.party IS NULL OR EXISTS {
        MATCH (i)-[one:PERPETRATOR|TARGET]->(:Entity {id: $by.party})
        WHERE $by.against IS NULL OR EXISTS {
          MATCH (i)-[two:PERPETRATOR|TARGET]->(:Entity {id: $by.against})
          WHERE type(two) <> type(one)
        }
      })
      AND ($by.place IS NULL OR EXISTS { MATCH (i)-[:LOCATED_IN]->(q) WHERE q IN inside })
    RETURN DISTINCT i
    ORDER BY i.timeline DESC
    LIMIT $limit
  UNION ALL
    UNWIND CASE WHEN seeds IS NULL THEN [true] ELSE [] END AS all  // a WHERE here would be asked of every incident
    MATCH (i:Incident)
    WHERE i.timeline < coalesce($after[0], "a")
      AND i.timeline >= coalesce(toString($period.since - duration({days: 366})), "")
      AND ($by.type IS NULL OR i.type = $by.type)
      AND ($period.since IS NULL OR i.latest >= $period.since) AND ($period.until IS NULL OR i.earliest <= $period.until)
      AND ($at.as_of IS NULL OR i.earliest <= $at.as_of) AND ($at.known_by IS NULL OR i.first_reported <= $at.known_by)
      AND ($by.actor IS NULL OR EXISTS { (i)-[:PERPETRATOR]->(:Entity {id: $by.actor}) })
      AND ($by.target IS NULL OR EXISTS { (i)-[:TARGET]->(:Entity {id: $by.target}) })
      AND ($by.party IS NULL OR EXISTS {
        MATCH (i)-[one:PERPETRATOR|TARGET]->(:Entity {id: $by.party})
        WHERE $by.against IS NULL OR EXISTS {
          MATCH (i)-[two:PERPETRATOR|TARGET]->(:Entity {id: $by.against})
          WHERE type(two) <> type(one)
        }
      })
      AND ($by.place IS NULL OR EXISTS { MATCH (i)-[:LOCATED_IN]->(q) WHERE q IN inside })
    RETURN i
    ORDER BY i.timeline DESC
    LIMIT $limit
  }
  RETURN i
}
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
