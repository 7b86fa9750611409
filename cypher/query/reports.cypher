// All reports, by id, each with the incident it tells of.
// in   after: [id] of the last row before these, or null   limit: rows
// out  id: of the report   type: PLOVER event type   mode: PLOVER mode, or null   status: whether it is real
//      words: by which the text mentions it   date: map of earliest and latest, or null
//      killed: map of min and max, or null   wounded: likewise   document: its id   title: the document's, or null
//      source: who published it, or null   published: date, or null   url: where it can be read, or null
//      incident: its id   key: [id]
MATCH (r:Report)
WHERE r.id > coalesce($after[0], "")
WITH r
ORDER BY r.id
LIMIT $limit
MATCH (d:Document)-[:REPORTS]->(r)-[:OF]->(i)
RETURN
  r.id AS id, r.type AS type, r.mode AS mode, r.status AS status, r.words AS words,
  CASE WHEN r.earliest IS NOT NULL THEN r {.earliest, .latest} END AS date,
  CASE WHEN r.killed_min IS NOT NULL THEN {min: r.killed_min, max: r.killed_max} END AS killed,
  CASE WHEN r.wounded_min IS NOT NULL THEN {min: r.wounded_min, max: r.wounded_max} END AS wounded,
  d.id AS document, d.title AS title, d.source AS source, d.published AS published, d.url AS url,
  i.id AS incident,
  [r.id] AS key
ORDER BY id
