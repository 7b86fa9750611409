// Paths between two actors through groups that they back and an incident in which the two sides meet.
//
// A side is the actor itself with all that it backs, directly or through others; at least one end of the incident is a
// group and not the actor. Search begins from the groups' incidents and never from those of the two actors, who may have
// a part in a tenth of all there are. The score is the product of the hops' confidences, times 0.8 for each backing after
// the first.
//
// in   from: id of an actor   to: id of another   depth: backings at most on either side, 1 to 4
//      as_of: a day on which the backings hold and by which the incident happened, or null   limit: paths at most
// out  source: map of id, type, name   target: likewise
//      paths: maps of score, incident and hops, the highest score first; each hop with its evidence
MATCH (a:Entity:Actor {id: $from}), (b:Entity:Actor {id: $to})
CALL (a, b) {
  MATCH way = (a)<-[:BACKED_BY*0..4]-(x)
  WHERE length(way) <= $depth AND NOT b IN nodes(way) AND all(
    r IN relationships(way)
    WHERE $as_of IS NULL OR (coalesce(r.valid_from, $as_of) <= $as_of AND coalesce(r.valid_to, $as_of) >= $as_of)
  )
  WITH x, way, reduce(sure = 1.0, r IN relationships(way) | sure * r.confidence) AS sure
  ORDER BY length(way), sure DESC, [n IN nodes(way) | n.id]
  WITH x, head(collect({end: x, way: way, sure: sure})) AS side
  RETURN collect(side) AS near
}
CALL (a, b) {
  MATCH way = (b)<-[:BACKED_BY*0..4]-(x)
  WHERE length(way) <= $depth AND NOT a IN nodes(way) AND all(
    r IN relationships(way)
    WHERE $as_of IS NULL OR (coalesce(r.valid_from, $as_of) <= $as_of AND coalesce(r.valid_to, $as_of) >= $as_of)
  )
  WITH x, way, reduce(sure = 1.0, r IN relationships(way) | sure * r.confidence) AS sure
  ORDER BY length(way), sure DESC, [n IN nodes(way) | n.id]
  WITH x, head(collect({end: x, way: way, sure: sure})) AS side
  RETURN collect(side) AS far
}
CALL (a, b, near, far) {
  CALL (a, near, far) {
    UNWIND [side IN near WHERE side.end <> a] AS n
    WITH n, n.end AS x, far, [side IN far | side.end] AS ends
    MATCH (x)<-[one:PERPETRATOR|TARGET]-(i:Incident)-[two:PERPETRATOR|TARGET]->(y)
    WHERE y IN ends
    RETURN n, one, i, two, head([side IN far WHERE side.end = y]) AS f
  UNION ALL
    WITH a, near, far
    UNWIND [side IN far WHERE length(side.way) > 0] AS f
    WITH head([side IN near WHERE side.end = a]) AS n, a AS x, f, f.end AS y
    MATCH (y)<-[two:PERPETRATOR|TARGET]-(i:Incident)-[one:PERPETRATOR|TARGET]->(z)
    WHERE z = x
    RETURN n, one, i, two, f
  }
  WITH n, one, i, two, f
  WHERE type(one) <> type(two) AND i.status IN ["occurred", "ongoing"]
    AND ($as_of IS NULL OR i.earliest <= $as_of)
    AND none(node IN nodes(n.way) WHERE node IN nodes(f.way))
  WITH
    i, n.end.id AS x, f.end.id AS y, relationships(n.way) + [one, two] + reverse(relationships(f.way)) AS steps,
    n.sure * one.confidence * two.confidence * f.sure * 0.8 ^ (length(n.way) + length(f.way) - 1) AS score
  WITH i, x, y, steps, round(score, 6) AS score
  ORDER BY score DESC, i.timeline DESC, x, y
  LIMIT $limit
  WITH i, x, y, steps, score, COLLECT {
    UNWIND range(0, size(steps) - 1) AS step
    WITH step, steps[step] AS r
    WITH step, r, startNode(r) AS s, endNode(r) AS o
    ORDER BY step
    RETURN {
      source: s {.id, .name, type: CASE WHEN s:Incident THEN "Incident" ELSE s.type END},
      relation: toLower(replace(type(r), "_", "-")),
      target: o {.id, .name, type: CASE WHEN o:Incident THEN "Incident" ELSE o.type END},
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
    }
  } AS hops
  ORDER BY score DESC, i.timeline DESC, x, y
  RETURN collect({
    score: score, hops: hops,
    incident: i {
      .id, .name, .type, .mode, .status,
      date: CASE WHEN i.earliest IS NOT NULL THEN i {.earliest, .latest} END,
      killed: CASE WHEN i.killed_min IS NOT NULL THEN {min: i.killed_min, max: i.killed_max} END,
      wounded: CASE WHEN i.wounded_min IS NOT NULL THEN {min: i.wounded_min, max: i.wounded_max} END,
      perpetrators: COLLECT { MATCH (i)-[:PERPETRATOR]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
      targets: COLLECT { MATCH (i)-[:TARGET]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
      places: COLLECT { MATCH (i)-[:LOCATED_IN]->(e) RETURN e {.id, .type, .name} ORDER BY e.id },
      reports: COUNT { (i)<-[:OF]-() }
    }
  }) AS paths
}
RETURN a {.id, .type, .name} AS source, b {.id, .type, .name} AS target, paths
