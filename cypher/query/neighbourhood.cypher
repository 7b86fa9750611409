// What stands around an entity or incident: its relationships, the surest first, its latest incidents, and at a depth of 2
// the relationships of those that these lead to.
//
// The incidents of an actor or place are looked for from it where it has few, else from the latest incident on. Those of
// its neighbours are left out, and so is what lies in a place: either can be a tenth of all there is.
//
// in   id: of the entity or incident   depth: 1 or 2   ties: relationship types to go along   incidents: the latest, at most
//      at: map of as_of (a day on which relationships hold, and by which incidents happened, or null), known_by (a day by
//      which it had been reported, or null) and least (confidence of every relationship, above 0 to 1)
//      limit: relationships at most
// out  center: map of id, type, name   nodes: maps of id, type, name, the center among them   relations: maps
MATCH (a:Entity {id: $id})
WITH a, COUNT { (a)<-[:PERPETRATOR|TARGET|LOCATED_IN]-() } <= 5000 AS few
CALL (a, few) {
  UNWIND CASE WHEN few THEN [a] ELSE [] END AS center
  MATCH (center)<-[r:PERPETRATOR|TARGET|LOCATED_IN]-(i:Incident)
  WHERE type(r) IN $ties AND ($at.as_of IS NULL OR i.earliest <= $at.as_of) AND ($at.known_by IS NULL OR i.first_reported <= $at.known_by)
  WITH DISTINCT i ORDER BY i.timeline DESC LIMIT $incidents
  RETURN collect(i) AS found
}
CALL (a, few) {
  UNWIND CASE WHEN few THEN [] ELSE [true] END AS all  // a WHERE here would be asked of every incident
  MATCH (i:Incident)
  WHERE i.timeline < "a"
    AND ($at.as_of IS NULL OR i.earliest <= $at.as_of) AND ($at.known_by IS NULL OR i.first_reported <= $at.known_by)
    AND EXISTS { MATCH (i)-[r:PERPETRATOR|TARGET|LOCATED_IN]->(x) WHERE x = a AND type(r) IN $ties }
  WITH i ORDER BY i.timeline DESC LIMIT $incidents
  RETURN collect(i) AS many
}
WITH a, found + many AS latest
CALL (a, latest) {
  CALL (a, latest) {
    MATCH (a)-[r:BACKED_BY|PART_OF|DISTINCT_FROM|RETALIATES_FOR|CAUSED_BY]-()
    RETURN r
    UNION
    MATCH (a)-[r:LOCATED_IN|PERPETRATOR|TARGET]->()
    RETURN r
    UNION
    UNWIND latest AS i
    MATCH (i)-[r:PERPETRATOR|TARGET|LOCATED_IN]->(x)
    WHERE x = a
    RETURN r
  }
  WITH r
  WHERE type(r) IN $ties AND ($at.as_of IS NULL OR (coalesce(r.valid_from, $at.as_of) <= $at.as_of
      AND (startNode(r):Incident OR coalesce(r.valid_to, $at.as_of) >= $at.as_of)))
    AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
      size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
    ] END >= $at.least
  WITH r, CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
    size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
  ] END AS confidence
  ORDER BY confidence DESC, startNode(r).id, type(r), endNode(r).id
  LIMIT $limit
  RETURN collect(r) AS near
}
CALL (a, near) {
  UNWIND near AS first
  UNWIND [startNode(first), endNode(first)] AS x
  WITH DISTINCT a, x
  WHERE $depth > 1 AND x <> a
  CALL (x) {
    MATCH (x)-[r:BACKED_BY|PART_OF|DISTINCT_FROM|RETALIATES_FOR|CAUSED_BY]-()
    RETURN r
    UNION
    MATCH (x)-[r:LOCATED_IN|PERPETRATOR|TARGET]->()
    RETURN r
  }
  WITH DISTINCT r
  WHERE type(r) IN $ties AND ($at.as_of IS NULL OR (coalesce(r.valid_from, $at.as_of) <= $at.as_of
      AND (startNode(r):Incident OR coalesce(r.valid_to, $at.as_of) >= $at.as_of)))
    AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
      size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
    ] END >= $at.least
  WITH r, CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
    size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
  ] END AS confidence
  ORDER BY confidence DESC, startNode(r).id, type(r), endNode(r).id
  LIMIT $limit
  RETURN collect(r) AS far
}
WITH a, near + [r IN far WHERE NOT r IN near][..$limit - size(near)] AS found
RETURN
  a {.id, .name, type: CASE WHEN a:Incident THEN "Incident" ELSE a.type END} AS center,
  COLLECT {
    UNWIND [a] + [r IN found | startNode(r)] + [r IN found | endNode(r)] AS n
    WITH DISTINCT n
    ORDER BY n.id
    RETURN n {.id, .name, type: CASE WHEN n:Incident THEN "Incident" ELSE n.type END}
  } AS nodes,
  COLLECT {
    UNWIND range(0, size(found) - 1) AS step
    WITH step, found[step] AS r
    WITH step, r, startNode(r) AS s, endNode(r) AS o
    ORDER BY step
    RETURN r {
      .documents, .claims, .denials, .first_reported, .last_reported, .valid_from, .valid_to, .evidence,
      confidence: CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
        size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
      ] END,
      subject: s {.id, .name, type: CASE WHEN s:Incident THEN "Incident" ELSE s.type END},
      predicate: toLower(replace(type(r), "_", "-")),
      object: o {.id, .name, type: CASE WHEN o:Incident THEN "Incident" ELSE o.type END}
    }
  } AS relations
