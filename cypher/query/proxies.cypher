// Whom an actor backs, directly and through others: for each proxy the surest of the shortest ways.
// in   id: of the actor   depth: hops at most, 1 to 4   limit: proxies at most
//      at: map of as_of (a day on which it holds, or null), known_by (a day by which it had been reported, or null) and
//      least (confidence of every step, above 0 to 1)
// out  actor: map of id, type, name   found: maps of actor, depth, confidence and hops, the nearest first, then the surest
MATCH (a:Entity:Actor {id: $id})
CALL (a) {
  MATCH way = (a)<-[:BACKED_BY*1..4]-(x)
  WHERE x <> a AND length(way) <= $depth AND all(
    r IN relationships(way)
    WHERE ($at.as_of IS NULL OR (coalesce(r.valid_from, $at.as_of) <= $at.as_of AND coalesce(r.valid_to, $at.as_of) >= $at.as_of))
      AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
        size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
      ] END >= $at.least
  )
  WITH x, way, round(reduce(sure = 1.0, r IN relationships(way) | sure * CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
      size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
    ] END), 6) AS confidence
  ORDER BY length(way), confidence DESC, [n IN nodes(way) | n.id]
  WITH x, head(collect(relationships(way))) AS steps, head(collect(confidence)) AS confidence
  ORDER BY size(steps), confidence DESC, x.id
  LIMIT $limit
  WITH x, steps, confidence, COLLECT {
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
  } AS hops
  ORDER BY size(steps), confidence DESC, x.id
  RETURN collect({actor: x {.id, .type, .name}, depth: size(steps), confidence: confidence, hops: hops}) AS found
}
RETURN a {.id, .type, .name} AS actor, found
