// Two reports each of which nobody has judged whether they tell of the same event: the least sure first.
// in   after: [margin, one, other] of the last row before these, or null   limit: rows
// out  score: how likely they are the same, 0 to 1; from 0.5 on they are taken to be   one: report as a map, with whom and
//      where it names and its sentences   other: likewise   key: [margin, one, other]
MATCH (a:Report)-[j:SAME]->(b:Report)
WHERE j.margin >= coalesce($after[0], 0.0)
  AND ($after IS NULL OR j.margin > $after[0] OR a.id > $after[1] OR (a.id = $after[1] AND b.id > $after[2]))
  AND NOT EXISTS { (:Judgement {one: a.id, other: b.id}) }
WITH a, j, b
ORDER BY j.margin, a.id, b.id
LIMIT $limit
RETURN
  j.score AS score,
  COLLECT {
    MATCH (d:Document)-[:REPORTS]->(a)-[:OF]->(i)
    RETURN a {
      .id, .type, .mode, .status, .words,
      date: CASE WHEN a.earliest IS NOT NULL THEN a {.earliest, .latest} END,
      killed: CASE WHEN a.killed_min IS NOT NULL THEN {min: a.killed_min, max: a.killed_max} END,
      wounded: CASE WHEN a.wounded_min IS NOT NULL THEN {min: a.wounded_min, max: a.wounded_max} END,
      document: d.id, title: d.title, source: d.source, published: d.published, url: d.url, incident: i.id,
      perpetrators: a.perpetrators, targets: a.targets, places: a.places,
      sentences: COLLECT {
        MATCH (a)<-[:SUBJECT|OBJECT]-(:Claim)-[:EVIDENCE]->(p:Passage)
        WITH DISTINCT p ORDER BY p.start
        RETURN p.sentence
      }
    } AS report
  }[0] AS one,
  COLLECT {
    MATCH (d:Document)-[:REPORTS]->(b)-[:OF]->(i)
    RETURN b {
      .id, .type, .mode, .status, .words,
      date: CASE WHEN b.earliest IS NOT NULL THEN b {.earliest, .latest} END,
      killed: CASE WHEN b.killed_min IS NOT NULL THEN {min: b.killed_min, max: b.killed_max} END,
      wounded: CASE WHEN b.wounded_min IS NOT NULL THEN {min: b.wounded_min, max: b.wounded_max} END,
      document: d.id, title: d.title, source: d.source, published: d.published, url: d.url, incident: i.id,
      perpetrators: b.perpetrators, targets: b.targets, places: b.places,
      sentences: COLLECT {
        MATCH (b)<-[:SUBJECT|OBJECT]-(:Claim)-[:EVIDENCE]->(p:Passage)
        WITH DISTINCT p ORDER BY p.start
        RETURN p.sentence
      }
    } AS report
  }[0] AS other,
  [j.margin, a.id, b.id] AS key
ORDER BY j.margin, a.id, b.id
