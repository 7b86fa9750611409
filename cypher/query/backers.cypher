// Who backs an actor, directly and through others: for each backer the surest of the shortest ways.
// in   id: of the actor   depth: hops at most, 1 to 4   as_of: a day on which it holds, or null   limit: backers at most
// out  actor: map of id, type, name   found: maps of actor, depth, confidence and hops, the nearest first, then the surest
MATCH (a:Entity:Actor {id: $id})
CALL (a) {
  MATCH way = (a)-[:BACKED_BY*1..4]->(x)
  WHERE x <> a AND length(way) <= $depth AND all(
    r IN relationships(way)
    WHERE $as_of IS NULL OR (coalesce(r.valid_from, $as_of) <= $as_of AND coalesce(r.valid_to, $as_of) >= $as_of)
  )
  WITH x, way, round(reduce(sure = 1.0, r IN relationships(way) | sure * r.confidence), 6) AS confidence
  ORDER BY length(way), confidence DESC, [n IN nodes(way) | n.id]
  WITH x, head(collect(way)) AS way, head(collect(confidence)) AS confidence
  ORDER BY length(way), confidence DESC, x.id
  LIMIT $limit
  RETURN collect({
    actor: x {.id, .type, .name}, depth: length(way), confidence: confidence,
    hops: COLLECT {
      UNWIND range(0, length(way) - 1) AS step
      WITH step, relationships(way)[step] AS r
      WITH step, r, startNode(r) AS s, endNode(r) AS o
      ORDER BY step
      RETURN {
        source: s {.id, .type, .name}, relation: "backed-by", target: o {.id, .type, .name},
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
    }
  }) AS found
}
RETURN a {.id, .type, .name} AS actor, found
