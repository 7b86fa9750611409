// Who backs each of several actors, directly or through others.
// in   ids: of the actors   depth: hops at most, 1 to 4   limit: backers at most
//      at: map of as_of (a day on which it holds, or null), known_by (a day by which it had been reported, or null) and
//      least (confidence of every step, above 0 to 1)
// out  actors: maps of id, type, name, in the order of ids
//      found: maps of backer, confidence (the product over all ways) and ways, the surest first; a way is a map of actor,
//      depth, confidence and hops: the surest of the shortest from that actor
CALL () {
  UNWIND range(0, size($ids) - 1) AS n
  MATCH (a:Entity:Actor {id: $ids[n]})
  WITH a ORDER BY n
  RETURN collect(a) AS actors
}
WITH actors
WHERE size(actors) = size($ids)
CALL (actors) {
  UNWIND range(0, size(actors) - 1) AS n
  WITH actors, n, actors[n] AS a
  CALL (a) {
    MATCH way = (a)-[:BACKED_BY*1..4]->(x)
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
    RETURN x, head(collect(relationships(way))) AS steps, head(collect(confidence)) AS confidence
  }
  WITH actors, x, n, a, steps, confidence
  ORDER BY n
  WITH actors, x, collect({actor: a, steps: steps, confidence: confidence}) AS ways
  WHERE size(ways) = size(actors)
  WITH x, ways, round(reduce(sure = 1.0, way IN ways | sure * way.confidence), 6) AS together
  ORDER BY together DESC, x.id
  LIMIT $limit
  WITH x, together, COLLECT {
    UNWIND range(0, size(ways) - 1) AS n
    WITH n, ways[n].actor AS a, ways[n].steps AS steps, ways[n].confidence AS confidence
    WITH n, a, steps, confidence, COLLECT {
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
    ORDER BY n
    RETURN {actor: a {.id, .type, .name}, depth: size(steps), confidence: confidence, hops: hops}
  } AS ways
  ORDER BY together DESC, x.id
  RETURN collect({backer: x {.id, .type, .name}, confidence: together, ways: ways}) AS found
}
RETURN [a IN actors | a {.id, .type, .name}] AS actors, found
