// States that are the target of what groups do that other states back, by the sum of its severity.
//
// in   depth: hops of backing at most, 1 to 4   scores: PLOVER score of every hostile event type: map
//      period: map of since and until, dates or null   limit: states at most
//      at: map of as_of (a day on which the backing holds and by which incidents happened, or null), known_by (a day by
//      which it had been reported, or null) and least (confidence of every step, above 0 to 1)
// out  state: map of id, type, name   incidents: their number   severity: mean of their PLOVER scores
//      first: date of the first, or null   last: date of the last, or null
//      backers: maps of state and incidents, the most first   groups: maps of group and incidents, the most first
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
MATCH (g)<-[one:PERPETRATOR]-(i:Incident)-[two:TARGET]->(t:State)
WHERE NOT t IN patrons AND i.status IN ["occurred", "ongoing"] AND i.type IN keys($scores)
  AND ($period.since IS NULL OR i.latest >= $period.since) AND ($period.until IS NULL OR i.earliest <= $period.until)
  AND ($at.as_of IS NULL OR i.earliest <= $at.as_of) AND ($at.known_by IS NULL OR i.first_reported <= $at.known_by)
  AND CASE WHEN $at.known_by IS NULL THEN one.confidence ELSE ([0.0] + coalesce(one.known_confidence, [one.confidence]))[
    size([day IN coalesce(one.known_from, [one.first_reported]) WHERE day <= $at.known_by])
  ] END >= $at.least
  AND CASE WHEN $at.known_by IS NULL THEN two.confidence ELSE ([0.0] + coalesce(two.known_confidence, [two.confidence]))[
    size([day IN coalesce(two.known_from, [two.first_reported]) WHERE day <= $at.known_by])
  ] END >= $at.least
WITH t, i, collect({group: g, patrons: patrons}) AS done
WITH t, collect({incident: i, done: done}) AS all, count(i) AS incidents, sum($scores[i.type]) AS hostility,
  min(i.earliest) AS first, max(i.latest) AS last
ORDER BY hostility, t.id
LIMIT $limit
WITH
  t {.id, .type, .name} AS state, incidents, hostility, first, last,
  COLLECT {
    UNWIND all AS one
    UNWIND one.done AS by
    UNWIND by.patrons AS s
    WITH s, count(DISTINCT one.incident) AS many
    ORDER BY many DESC, s.id
    LIMIT 20
    RETURN {actor: s {.id, .type, .name}, incidents: many}
  } AS backers,
  COLLECT {
    UNWIND all AS one
    UNWIND one.done AS by
    WITH by.group AS g, count(DISTINCT one.incident) AS many
    ORDER BY many DESC, g.id
    LIMIT 20
    RETURN {actor: g {.id, .type, .name}, incidents: many}
  } AS groups
ORDER BY hostility, state.id
RETURN state, incidents, round(1.0 * hostility / incidents, 2) AS severity, first, last, backers, groups
