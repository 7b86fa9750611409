// Chains of retaliation, those that ended last first: from each incident that answers and is not answered, the longest way
// back.
//
// They are looked for as incidents are (see incidents.cypher).
//
// in   by: map of parties (ids of those who have a part in the last incident)   links: how many a chain has at least, 1 to 10
//      period: map of since and until, dates or null, of the last incident   at: map of as_of (a day by which they happened,
//      or null), known_by (a day by which it had been reported, or null) and least (confidence of every link, above 0 to 1)
//      after: [timeline] of the last row before these, or null   limit: rows
// out  incidents: maps, the first of them first   links: hops, each from an incident to the one that it answers; one fewer
//      lags: days between each incident and the one before it, null where a date is not known
//      returned: for each link, whether those who were struck struck those who had struck them   key: [timeline]
CALL () {
  UNWIND $by.parties AS id
  OPTIONAL MATCH (e:Entity {id: id})
  WITH e, COUNT { (e)<-[:PERPETRATOR|TARGET]-() } AS many
  ORDER BY many
  RETURN collect(CASE WHEN many <= 5000 THEN [e] END)[0] AS seeds
}
CALL (seeds) {
    UNWIND seeds AS e
    MATCH (e)<-[:PERPETRATOR|TARGET]-(i:Incident)
    WHERE i.timeline < coalesce($after[0], "a")
      AND i.status IN ["occurred", "ongoing"]
      AND ($period.since IS NULL OR i.latest >= $period.since) AND ($period.until IS NULL OR i.earliest <= $period.until)
      AND ($at.as_of IS NULL OR i.earliest <= $at.as_of) AND ($at.known_by IS NULL OR i.first_reported <= $at.known_by)
      AND EXISTS { (i)-[:RETALIATES_FOR]->() }
      AND NOT EXISTS {
        MATCH (i)<-[r:RETALIATES_FOR]-(later)
        WHERE ($at.as_of IS NULL OR later.earliest <= $at.as_of)
          AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
            size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
          ] END >= $at.least
      }
      AND all(id IN $by.parties WHERE EXISTS { (i)-[:PERPETRATOR|TARGET]->(:Entity {id: id}) })
    WITH DISTINCT i
    MATCH way = (i)-[:RETALIATES_FOR*1..10]->()
    WHERE length(way) >= $links AND all(
      r IN relationships(way)
      WHERE ($at.as_of IS NULL OR r.valid_from <= $at.as_of)
        AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
          size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
        ] END >= $at.least
    )
    WITH i, way
    ORDER BY length(way) DESC, [n IN nodes(way) | n.id]
    WITH i, head(collect(way)) AS way
    RETURN i, way
    ORDER BY i.timeline DESC
    LIMIT $limit
  UNION ALL
    UNWIND CASE WHEN seeds IS NULL THEN [true] ELSE [] END AS all  // a WHERE here would be asked of every incident
    MATCH (i:Incident)
    WHERE i.timeline < coalesce($after[0], "a")
      AND i.timeline >= coalesce(toString($period.since - duration({days: 366})), "")
      AND i.status IN ["occurred", "ongoing"]
      AND ($period.since IS NULL OR i.latest >= $period.since) AND ($period.until IS NULL OR i.earliest <= $period.until)
      AND ($at.as_of IS NULL OR i.earliest <= $at.as_of) AND ($at.known_by IS NULL OR i.first_reported <= $at.known_by)
      AND EXISTS { (i)-[:RETALIATES_FOR]->() }
      AND NOT EXISTS {
        MATCH (i)<-[r:RETALIATES_FOR]-(later)
        WHERE ($at.as_of IS NULL OR later.earliest <= $at.as_of)
          AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
            size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
          ] END >= $at.least
      }
      AND all(id IN $by.parties WHERE EXISTS { (i)-[:PERPETRATOR|TARGET]->(:Entity {id: id}) })
    WITH i
    ORDER BY i.timeline DESC
    MATCH way = (i)-[:RETALIATES_FOR*1..10]->()
    WHERE length(way) >= $links AND all(
      r IN relationships(way)
      WHERE ($at.as_of IS NULL OR r.valid_from <= $at.as_of)
        AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
          size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
        ] END >= $at.least
    )
    WITH i, way
    ORDER BY length(way) DESC, [n IN nodes(way) | n.id]
    WITH i, head(collect(way)) AS way
    RETURN i, way
    ORDER BY i.timeline DESC
    LIMIT $limit
}
WITH i.timeline AS timeline, nodes(way) AS told, reverse(relationships(way)) AS steps
ORDER BY timeline DESC
LIMIT $limit
RETURN
  COLLECT {
    UNWIND range(size(told) - 1, 0, -1) AS n
    WITH n, told[n] AS i
    ORDER BY n DESC
    RETURN i {
      .id, .name, .type, .mode, .status,
      date: CASE WHEN i.earliest IS NOT NULL THEN i {.earliest, .latest} END,
      killed: CASE WHEN i.killed_min IS NOT NULL THEN {min: i.killed_min, max: i.killed_max} END,
      wounded: CASE WHEN i.wounded_min IS NOT NULL THEN {min: i.wounded_min, max: i.wounded_max} END,
      perpetrators: COLLECT { MATCH (i)-[:PERPETRATOR]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
      targets: COLLECT { MATCH (i)-[:TARGET]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
      places: COLLECT { MATCH (i)-[:LOCATED_IN]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
      reports: COUNT { (i)<-[:OF]-() }
    }
  } AS incidents,
  COLLECT {
    UNWIND range(0, size(steps) - 1) AS step
    WITH step, steps[step] AS r
    WITH step, r, startNode(r) AS s, endNode(r) AS o
    ORDER BY step
    RETURN {
      source: s {.id, .name, type: CASE WHEN s:Incident THEN "Incident" ELSE s.type END},
      relation: toLower(replace(type(r), "_", "-")),
      target: o {.id, .name, type: CASE WHEN o:Incident THEN "Incident" ELSE o.type END},
      confidence: CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
        size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
      ] END,
      documents: r.documents,
      evidence: COLLECT {
        UNWIND CASE WHEN $at.known_by IS NULL THEN r.evidence ELSE coalesce(r.known_evidence, r.evidence) END AS claim
        MATCH (c:Claim {id: claim, polarity: "asserted"})-[:EVIDENCE]->(p)-[:IN]->(d)
        USING INDEX SEEK c:Claim(id)
        WHERE $at.known_by IS NULL OR d.published <= $at.known_by
        WITH DISTINCT p, d
        ORDER BY d.published, d.id, p.start
        LIMIT 20
        RETURN p {
          .sentence, .start, .end,
          document: d.id, title: d.title, source: d.source, published: d.published, url: d.url
        }
      }
    }
  } AS links,
  [r IN steps | duration.inDays(endNode(r).earliest, startNode(r).earliest).days] AS lags,
  COLLECT {
    UNWIND range(0, size(steps) - 1) AS n
    WITH n, startNode(steps[n]) AS answer, endNode(steps[n]) AS answered
    ORDER BY n
    RETURN EXISTS { (answer)-[:PERPETRATOR]->()<-[:TARGET]-(answered) }
      AND EXISTS { (answer)-[:TARGET]->()<-[:PERPETRATOR]-(answered) }
  } AS returned,
  [timeline] AS key
ORDER BY timeline DESC
