// Computes anew at which meetings incidents were that happened.
//
// A meeting is of two actors: BY is who did it, ON is who suffered it. Everything about an incident that a proxy path asks for
// stands on its AT, so that thousands of incidents between the same two are chosen from without being looked at. rank
// begins with the meeting's id and sorts its incidents: the least sure first, then the earliest. BY and ON name the other
// of the two, so that the meetings of an actor are chosen from likewise.
//
// in   incidents: ids
// out  meeting: id of one that an incident came to or left
UNWIND $incidents AS id
MATCH (i:Entity:Incident {id: id})
CALL (i) {
  MATCH (i)-[old:AT]->(m)
  WITH old, m.id AS meeting
  DELETE old
  RETURN collect(meeting) AS before
}
CALL (i) {
  MATCH (x)<-[one:PERPETRATOR]-(i)-[two:TARGET]->(y)
  WHERE x <> y AND i.status IN ["occurred", "ongoing"]
  MERGE (m:Meeting {id: x.id + " " + y.id})
  MERGE (m)-[by:BY]->(x)
  SET by.other = y.id
  MERGE (m)-[on:ON]->(y)
  SET on.other = x.id
  CREATE (i)-[at:AT]->(m)
  SET at = {
    rank: m.id + " " + right("000000" + toString(toInteger(round(one.confidence * two.confidence * 1000000))), 7) + " " + i.timeline,
    confidence: one.confidence * two.confidence,
    least: CASE WHEN one.confidence < two.confidence THEN one.confidence ELSE two.confidence END,
    type: i.type, earliest: i.earliest, latest: i.latest, first_reported: i.first_reported
  }
  RETURN collect(m.id) AS after
}
UNWIND before + after AS meeting
RETURN DISTINCT meeting
