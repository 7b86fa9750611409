// Pairs of states that meet in hostile incidents through groups they back, the gravest first.
//
// A state stands behind what the groups that it backs do or suffer, directly or through others, and behind its own part; at
// least one side of every incident counted is a group. Search begins from the groups' incidents and never from a state's.
//
// in   by: map of between (ids that a pair must have, two at most)   depth: hops of backing at most, 1 to 4
//      scores: PLOVER score of every hostile event type: map   period: map of since and until, dates or null
//      limit: pairs at most   at: map of as_of (a day on which the backing holds and by which incidents happened, or null),
//      known_by (a day by which it had been reported, or null) and least (confidence of every step, above 0 to 1)
// out  one: map of id, type, name   other: likewise   incidents: their number   severity: mean of their PLOVER scores
//      hostility: sum of their PLOVER scores   killed: sum of the lowest figures
//      first: date of the first, or null   last: date of the last, or null
//      meetings: maps of one, other (who met on each side) and incidents, the most first
MATCH (g)-[:BACKED_BY]->()
WITH DISTINCT g
WHERE NOT g:State
CALL (g) {
  MATCH way = (g)-[:BACKED_BY*1..4]->(s:State)
  WHERE length(way) <= $depth AND all(
    r IN relationships(way)
    WHERE ($at.as_of IS NULL OR (coalesce(r.valid_from, $at.as_of) <= $at.as_of AND coalesce(r.valid_to, $at.as_of) >= $at.as_of))
      AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
        size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
      ] END >= $at.least
  )
  RETURN collect(DISTINCT s) AS patrons
}
WITH g, patrons
WHERE size(patrons) > 0
MATCH (g)<-[one:PERPETRATOR|TARGET]-(i:Incident)-[two:PERPETRATOR|TARGET]->(y:Actor)
WHERE type(one) <> type(two) AND y <> g AND i.status IN ["occurred", "ongoing"] AND i.type IN keys($scores)
  AND ($period.since IS NULL OR i.latest >= $period.since) AND ($period.until IS NULL OR i.earliest <= $period.until)
  AND ($at.as_of IS NULL OR i.earliest <= $at.as_of) AND ($at.known_by IS NULL OR i.first_reported <= $at.known_by)
  AND CASE WHEN $at.known_by IS NULL THEN one.confidence ELSE ([0.0] + coalesce(one.known_confidence, [one.confidence]))[
    size([day IN coalesce(one.known_from, [one.first_reported]) WHERE day <= $at.known_by])
  ] END >= $at.least
  AND CASE WHEN $at.known_by IS NULL THEN two.confidence ELSE ([0.0] + coalesce(two.known_confidence, [two.confidence]))[
    size([day IN coalesce(two.known_from, [two.first_reported]) WHERE day <= $at.known_by])
  ] END >= $at.least
WITH g, patrons, y, collect(DISTINCT i) AS incidents
CALL (y) {
  MATCH way = (y)-[:BACKED_BY*0..4]->(t:State)
  WHERE length(way) <= CASE WHEN y:State THEN 0 ELSE $depth END AND all(
    r IN relationships(way)
    WHERE ($at.as_of IS NULL OR (coalesce(r.valid_from, $at.as_of) <= $at.as_of AND coalesce(r.valid_to, $at.as_of) >= $at.as_of))
      AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
        size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
      ] END >= $at.least
  )
  RETURN collect(DISTINCT t) AS behind
}
UNWIND patrons AS s
UNWIND behind AS t
WITH g, y, s, t, incidents
WHERE s <> t AND NOT s IN behind AND NOT t IN patrons
  AND all(id IN $by.between WHERE id IN [s.id, t.id])
WITH CASE WHEN s.id < t.id THEN [s, g, t, y] ELSE [t, y, s, g] END AS sides, incidents
UNWIND incidents AS i
WITH DISTINCT sides, i
WITH sides[0] AS s, sides[2] AS t, i, collect([sides[1], sides[3]]) AS met
WITH s, t, collect({incident: i, met: met}) AS all, count(i) AS incidents, sum($scores[i.type]) AS hostility,
  sum(coalesce(i.killed_min, 0)) AS killed, min(i.earliest) AS first, max(i.latest) AS last
ORDER BY hostility, s.id, t.id
LIMIT $limit
RETURN
  s {.id, .type, .name} AS one, t {.id, .type, .name} AS other, incidents,
  round(1.0 * hostility / incidents, 2) AS severity, round(1.0 * hostility, 1) AS hostility, killed, first, last,
  COLLECT {
    UNWIND all AS found
    UNWIND found.met AS met
    WITH met[0] AS x, met[1] AS y, count(DISTINCT found.incident) AS many
    ORDER BY many DESC, x.id, y.id
    LIMIT 20
    RETURN {one: x {.id, .type, .name}, other: y {.id, .type, .name}, incidents: many}
  } AS meetings
ORDER BY hostility, one.id, other.id
