// The shortest way from one entity to another along relationships of some kinds.
// in   from: id of an entity   to: id of another   depth: steps at most, 1 to 8   ties: relationship types to go along
//      directed: whether every step goes the way its relationship runs   avoid: ids that the way does not lead through
//      at: map of as_of (a day on which the steps hold, and by which incidents happened, or null), known_by (a day by
//      which it had been reported, or null) and least (confidence of every step, above 0 to 1)
// out  source: map of id, type, name   target: likewise   score: product of the hops' confidences, null where there is no way
//      hops: the steps in order, each as its relationship runs; none where there is no way
MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
CALL (a, b) {
  OPTIONAL CALL (a, b) {
    WITH a, b WHERE NOT $directed
    MATCH way = shortestPath((a)-[:BACKED_BY|PART_OF|PERPETRATOR|TARGET|RETALIATES_FOR|CAUSED_BY|LOCATED_IN*1..8]-(b))
    WHERE all(
      r IN relationships(way)
      WHERE type(r) IN $ties AND ($at.as_of IS NULL OR (coalesce(r.valid_from, $at.as_of) <= $at.as_of
        AND (startNode(r):Incident OR coalesce(r.valid_to, $at.as_of) >= $at.as_of)))
        AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
          size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
        ] END >= $at.least
    ) AND none(
      n IN nodes(way)
      WHERE n.id IN $avoid OR (n:Incident AND NOT n.status IN ["occurred", "ongoing"])
    )
    RETURN way
  UNION
    WITH a, b WHERE $directed
    MATCH way = shortestPath((a)-[:BACKED_BY|PART_OF|PERPETRATOR|TARGET|RETALIATES_FOR|CAUSED_BY|LOCATED_IN*1..8]->(b))
    WHERE all(
      r IN relationships(way)
      WHERE type(r) IN $ties AND ($at.as_of IS NULL OR (coalesce(r.valid_from, $at.as_of) <= $at.as_of
        AND (startNode(r):Incident OR coalesce(r.valid_to, $at.as_of) >= $at.as_of)))
        AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
          size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
        ] END >= $at.least
    ) AND none(
      n IN nodes(way)
      WHERE n.id IN $avoid OR (n:Incident AND NOT n.status IN ["occurred", "ongoing"])
    )
    RETURN way
  }
  WITH way
  WHERE length(way) <= $depth
  RETURN collect(way)[0] AS way
}
WITH a, b, coalesce(relationships(way), []) AS steps
WITH a, b, steps, COLLECT {
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
RETURN
  a {.id, .name, type: CASE WHEN a:Incident THEN "Incident" ELSE a.type END} AS source,
  b {.id, .name, type: CASE WHEN b:Incident THEN "Incident" ELSE b.type END} AS target,
  CASE WHEN size(hops) > 0 THEN round(reduce(sure = 1.0, hop IN hops | sure * hop.confidence), 6) END AS score, hops
