// What an incident answers and what answers it, link by link.
// in   id: of the incident   depth: links at most, 1 to 10
// out  incident: map   answers: maps of incident, depth and link, back in time   answered_by: likewise, forward in time
MATCH (i:Entity:Incident {id: $id})
CALL (i) {
  MATCH way = (i)-[:RETALIATES_FOR*1..10]->(x)
  WHERE length(way) <= $depth AND x <> i
  RETURN x, way, true AS back
UNION ALL
  MATCH way = (i)<-[:RETALIATES_FOR*1..10]-(x)
  WHERE length(way) <= $depth AND x <> i
  RETURN x, way, false AS back
UNION ALL
  RETURN i AS x, null AS way, null AS back
}
WITH i, x, back, way
ORDER BY length(way), [n IN nodes(way) | n.id]
WITH i, x, back, head(collect(way)) AS way
ORDER BY length(way), x.timeline
WITH i, x, back, length(way) AS depth, last(relationships(way)) AS r
WITH i, back, {
  incident: x {
    .id, .name, .type, .mode, .status,
    date: CASE WHEN x.earliest IS NOT NULL THEN x {.earliest, .latest} END,
    killed: CASE WHEN x.killed_min IS NOT NULL THEN {min: x.killed_min, max: x.killed_max} END,
    wounded: CASE WHEN x.wounded_min IS NOT NULL THEN {min: x.wounded_min, max: x.wounded_max} END,
    perpetrators: COLLECT { MATCH (x)-[:PERPETRATOR]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
    targets: COLLECT { MATCH (x)-[:TARGET]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
    places: COLLECT { MATCH (x)-[:LOCATED_IN]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
    reports: COUNT { (x)<-[:OF]-() }
  },
  depth: depth,
  link: CASE WHEN r IS NOT NULL THEN {
    source: {id: startNode(r).id, type: "Incident", name: startNode(r).name}, relation: "retaliates-for",
    target: {id: endNode(r).id, type: "Incident", name: endNode(r).name},
    confidence: r.confidence, documents: r.documents,
    evidence: COLLECT {
      UNWIND r.evidence AS claim
      MATCH (c:Claim {id: claim})-[:EVIDENCE]->(p)-[:IN]->(d)
      WITH DISTINCT p, d
      ORDER BY d.published, d.id, p.start
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
