// What an incident answers and what answers it, link by link.
// in   id: of the incident   depth: links at most, 1 to 10   at: map of as_of (a day by which it happened, or null),
//      known_by (a day by which it had been reported, or null) and least (confidence of every link, above 0 to 1)
// out  incident: map   answers: maps of incident, depth, lag and link, back in time   answered_by: likewise, forward in time
MATCH (origin:Entity:Incident {id: $id})
CALL (origin) {
  MATCH way = (origin)-[:RETALIATES_FOR*1..10]->(i)
  WHERE length(way) <= $depth AND i <> origin
  RETURN i, way, true AS back
UNION ALL
  MATCH way = (origin)<-[:RETALIATES_FOR*1..10]-(i)
  WHERE length(way) <= $depth AND i <> origin
  RETURN i, way, false AS back
UNION ALL
  RETURN origin AS i, null AS way, null AS back
}
WITH i, back, way
WHERE way IS NULL OR (all(
  r IN relationships(way)
  WHERE ($at.as_of IS NULL OR r.valid_from <= $at.as_of)
    AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
      size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
    ] END >= $at.least
) AND ($at.as_of IS NULL OR i.earliest <= $at.as_of))
WITH i, back, way
ORDER BY length(way), [n IN nodes(way) | n.id]
WITH i, back, head(collect(way)) AS way
ORDER BY length(way), i.timeline
WITH i, back, length(way) AS depth, last(relationships(way)) AS r
WITH i, back, depth, r, startNode(r) AS s, endNode(r) AS o
WITH back, {
  incident: i {
    .id, .name, .type, .mode, .status,
    date: CASE WHEN i.earliest IS NOT NULL THEN i {.earliest, .latest} END,
    killed: CASE WHEN i.killed_min IS NOT NULL THEN {min: i.killed_min, max: i.killed_max} END,
    wounded: CASE WHEN i.wounded_min IS NOT NULL THEN {min: i.wounded_min, max: i.wounded_max} END,
    perpetrators: COLLECT { MATCH (i)-[:PERPETRATOR]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
    targets: COLLECT { MATCH (i)-[:TARGET]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
    places: COLLECT { MATCH (i)-[:LOCATED_IN]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
    reports: COUNT { (i)<-[:OF]-() }
  },
  depth: depth, lag: duration.inDays(o.earliest, s.earliest).days,
  link: CASE WHEN r IS NOT NULL THEN {
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
  } END
} AS found
WITH
  collect(CASE WHEN back IS NULL THEN found.incident END)[0] AS incident,
  collect(CASE WHEN back THEN found END) AS answers,
  collect(CASE WHEN NOT back THEN found END) AS answered_by
WHERE incident IS NOT NULL
RETURN incident, answers, answered_by
