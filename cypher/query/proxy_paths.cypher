// Paths between two actors through groups that they back and an incident in which the two sides meet.
//
// A side is the actor itself with all that it backs, directly or through others; at least one end of the incident is a
// group and not the actor. The score is the product of the hops' confidences, times 0.8 for each backing after the first.
//
// No step looks at all incidents of anybody, who may have a part in a tenth of all there are: it is asked of a Meeting
// whether two ever met (see cypher/load/meetings), and of each the surest incidents are taken from an index. A meeting's
// surest incident bounds the score of all its paths, so that where nothing narrows the incidents down, the best paths are
// at the `limit` best meetings. Between two groups, meetings are looked for from the `groups` surest of the side of from.
// USING INDEX SEEK: a plan made while the graph is small would read a whole index, and be kept for a while as it grows.
//
// in   from: id of an actor   to: id of another   depth: backings at most on either side, 1 to 4
//      limit: paths at most   route: map of ties (relationships that make a side, of BACKED_BY and PART_OF), part (that the
//      side of from has in the incident, PERPETRATOR or TARGET, or null), types (PLOVER event types of the incident, or
//      null), avoid (ids that no path leads through) and via (ids that every path leads through)
//      period: map of since and until, dates or null, of the incident
//      at: map of as_of (a day on which the backings hold and by which the incident happened, or null), known_by (a day by
//      which it had been reported, or null) and least (confidence of every step, above 0 to 1)
//      most: map of groups and meetings, how many are looked at
// out  source: map of id, type, name   target: likewise
//      paths: maps of score, incident and hops, the highest score first; each hop with its evidence
MATCH (a:Entity:Actor {id: $from}), (b:Entity:Actor {id: $to})
CALL (a, b) {
  MATCH way = (a)<-[:BACKED_BY|PART_OF*0..4]-(x)
  WHERE length(way) <= $depth AND none(n IN nodes(way) WHERE n = b OR n.id IN $route.avoid) AND all(
    r IN relationships(way)
    WHERE type(r) IN $route.ties AND ($at.as_of IS NULL OR (coalesce(r.valid_from, $at.as_of) <= $at.as_of AND coalesce(r.valid_to, $at.as_of) >= $at.as_of))
      AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
        size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
      ] END >= $at.least
  )
  WITH x, way, reduce(sure = 1.0, r IN relationships(way) | sure * CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
      size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
    ] END) AS sure
  ORDER BY size([n IN nodes(way) WHERE n.id IN $route.via]) DESC, length(way), sure DESC, [n IN nodes(way) | n.id]
  WITH x, head(collect({end: x, way: way, sure: sure})) AS side
  WITH side ORDER BY side.sure * 0.8 ^ length(side.way) DESC, side.end.id
  RETURN collect(side) AS near
}
CALL (a, b) {
  MATCH way = (b)<-[:BACKED_BY|PART_OF*0..4]-(x)
  WHERE length(way) <= $depth AND none(n IN nodes(way) WHERE n = a OR n.id IN $route.avoid) AND all(
    r IN relationships(way)
    WHERE type(r) IN $route.ties AND ($at.as_of IS NULL OR (coalesce(r.valid_from, $at.as_of) <= $at.as_of AND coalesce(r.valid_to, $at.as_of) >= $at.as_of))
      AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
        size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
      ] END >= $at.least
  )
  WITH x, way, reduce(sure = 1.0, r IN relationships(way) | sure * CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
      size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
    ] END) AS sure
  ORDER BY size([n IN nodes(way) WHERE n.id IN $route.via]) DESC, length(way), sure DESC, [n IN nodes(way) | n.id]
  WITH x, head(collect({end: x, way: way, sure: sure})) AS side
  RETURN collect(side) AS far
}
CALL (a, b, near, far) {
  CALL (a, b, near, far) {
    CALL (a, b, near, far) {
      UNWIND [side IN near WHERE side.end <> a] AS n
      UNWIND [side IN far WHERE side.end = b] AS f
      RETURN n, f
    UNION ALL
      UNWIND [side IN near WHERE side.end = a] AS n
      UNWIND [side IN far WHERE side.end <> b] AS f
      RETURN n, f
    }
    UNWIND [
      {id: n.end.id + " " + f.end.id, part: "PERPETRATOR"},
      {id: f.end.id + " " + n.end.id, part: "TARGET"}
    ] AS pair
    MATCH (m:Meeting {id: pair.id})
    RETURN n, f, m, pair.part AS part
  UNION ALL
    WITH a, near, far, [side IN far WHERE side.end <> b | side.end.id] AS ends
    UNWIND CASE WHEN size(ends) > 0 THEN [side IN near WHERE side.end <> a][..$most.groups] ELSE [] END AS n
    WITH n, n.end AS x, far, ends
    MATCH (x)<-[one:BY|ON]-(m:Meeting)
    WHERE one.other IN ends
    RETURN
      n, head([side IN far WHERE side.end.id = one.other]) AS f, m,
      CASE WHEN one:BY THEN "PERPETRATOR" ELSE "TARGET" END AS part
  }
  WITH n, f, m, part
  WHERE ($route.part IS NULL OR part = $route.part)
    AND none(node IN nodes(n.way) WHERE node IN nodes(f.way))
    AND all(id IN $route.via WHERE any(node IN nodes(n.way) + nodes(f.way) WHERE node.id = id))
  WITH n, f, m, part, n.sure * f.sure * 0.8 ^ (length(n.way) + length(f.way) - 1) AS sides
  ORDER BY round(sides * m.confidence, 6) DESC, m.timeline DESC, n.end.id, f.end.id
  LIMIT $most.meetings
  CALL (m) {
    WITH m WHERE $at.known_by IS NULL
    MATCH (i)-[at:AT]->()
    USING INDEX SEEK at:AT(rank)
    WHERE at.rank STARTS WITH m.id + " " AND at.least >= $at.least AND ($route.types IS NULL OR at.type IN $route.types)
      AND ($period.since IS NULL OR at.latest >= $period.since) AND ($period.until IS NULL OR at.earliest <= $period.until)
      AND ($at.as_of IS NULL OR at.earliest <= $at.as_of)
    RETURN i, at.confidence AS sure ORDER BY at.rank DESC LIMIT $limit
  UNION ALL
    WITH m WHERE $at.known_by IS NOT NULL
    MATCH (x)<-[:BY]-(m)-[:ON]->(y)
    MATCH (i)-[at:AT]->(m)
    WHERE at.first_reported <= $at.known_by AND ($route.types IS NULL OR at.type IN $route.types)
      AND ($period.since IS NULL OR at.latest >= $period.since) AND ($period.until IS NULL OR at.earliest <= $period.until)
      AND ($at.as_of IS NULL OR at.earliest <= $at.as_of)
    MATCH (x)<-[one:PERPETRATOR]-(i)-[two:TARGET]->(y)
    WITH i, [r IN [one, two] | CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
      size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
    ] END] AS known
    WHERE all(sure IN known WHERE sure >= $at.least)
    RETURN i, known[0] * known[1] AS sure ORDER BY sure DESC, i.timeline DESC LIMIT $limit
  }
  WITH i, n, f, part, round(sides * sure, 6) AS score
  ORDER BY score DESC, i.timeline DESC, n.end.id, f.end.id
  LIMIT $limit
  WITH i, n, f, part, score, n.end AS x, f.end AS y
  MATCH (x)<-[one:PERPETRATOR|TARGET]-(i)-[two:PERPETRATOR|TARGET]->(y)
  WHERE type(one) = part AND type(two) <> part
  WITH i, x.id AS x, y.id AS y, score, relationships(n.way) + [one, two] + reverse(relationships(f.way)) AS steps
  WITH i, x, y, steps, score, COLLECT {
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
