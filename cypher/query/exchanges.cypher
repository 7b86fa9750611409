// Pairs of actors who retaliate against each other, those with the most blows either way first: tit for tat.
//
// in   by: map of between (ids that a pair must have, two at most)   period: map of since and until, dates or null, of the answer
//      at: map of as_of (a day by which they happened, or null), known_by (a day by which it had been reported, or null) and
//      least (confidence of every link, above 0 to 1)   limit: pairs at most
// out  one: map of id, type, name   other: likewise   by_one: how often one answered other   by_other: the other way
//      lags: days between blow and answer, the shortest first, of at most 1000   first: date, or null   last: date, or null
MATCH (i:Incident)-[r:RETALIATES_FOR]->(before:Incident)
WHERE i.status IN ["occurred", "ongoing"] AND ($period.since IS NULL OR i.latest >= $period.since) AND ($period.until IS NULL OR i.earliest <= $period.until)
  AND ($at.as_of IS NULL OR i.earliest <= $at.as_of) AND ($at.known_by IS NULL OR i.first_reported <= $at.known_by)
  AND CASE WHEN $at.known_by IS NULL THEN r.confidence ELSE ([0.0] + coalesce(r.known_confidence, [r.confidence]))[
    size([day IN coalesce(r.known_from, [r.first_reported]) WHERE day <= $at.known_by])
  ] END >= $at.least
MATCH (i)-[:PERPETRATOR]->(a), (before)-[:PERPETRATOR]->(b)
WHERE a <> b AND all(id IN $by.between WHERE id IN [a.id, b.id])
WITH
  CASE WHEN a.id < b.id THEN [a, b] ELSE [b, a] END AS pair, a, i,
  min(duration.inDays(before.earliest, i.earliest).days) AS lag
WITH
  pair, count(CASE WHEN a = pair[0] THEN i END) AS by_one, count(CASE WHEN a = pair[1] THEN i END) AS by_other,
  collect(lag)[..1000] AS lags, min(i.earliest) AS first, max(i.latest) AS last
WITH pair[0] AS a, pair[1] AS b, by_one, by_other, lags, first, last
WHERE by_one > 0 AND by_other > 0
ORDER BY CASE WHEN by_one < by_other THEN by_one ELSE by_other END DESC, by_one + by_other DESC, a.id, b.id
LIMIT $limit
RETURN
  a {.id, .type, .name} AS one, b {.id, .type, .name} AS other, by_one, by_other,
  COLLECT { UNWIND lags AS lag RETURN lag ORDER BY lag } AS lags, first, last
