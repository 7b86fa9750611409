// The meetings of a graph that was made before there were any (see cypher/load/meetings).
MATCH (i:Incident)
WHERE i.status IN ["occurred", "ongoing"]
CALL (i) {
  MATCH (x)<-[one:PERPETRATOR]-(i)-[two:TARGET]->(y)
  WHERE x <> y
  MERGE (m:Meeting {id: x.id + " " + y.id})
  MERGE (m)-[by:BY]->(x)
  SET by.other = y.id
  MERGE (m)-[on:ON]->(y)
  SET on.other = x.id
  MERGE (i)-[at:AT]->(m)
  SET at = {
    rank: m.id + " " + right("000000" + toString(toInteger(round(one.confidence * two.confidence * 1000000))), 7) + " " + i.timeline,
    confidence: one.confidence * two.confidence,
    least: CASE WHEN one.confidence < two.confidence THEN one.confidence ELSE two.confidence END,
    type: i.type, earliest: i.earliest, latest: i.latest, first_reported: i.first_reported
  }
  WITH m, at, i.timeline AS timeline
  WHERE m.confidence IS NULL OR at.confidence > m.confidence OR (at.confidence = m.confidence AND timeline > m.timeline)
  SET m.confidence = at.confidence, m.timeline = timeline
} IN TRANSACTIONS OF 1000 ROWS
