// Every document with all that it says, by id.
// in   first: id   last: id
// out  document: map of its properties   mentions: maps of entity: id, starts and ends: offsets
//      (a name that is merged with another counts as that one, which then can stand twice)   reports: maps of their properties with incident: id
//      passages: maps of sentence, start, end
//      claims: maps of their properties with subject and object: ids of entities or incidents,
//      subject_report and object_report: ids where these are incidents, speaker: id or null, passages: [start, end] each
MATCH (d:Document)
WHERE $first <= d.id <= $last
WITH d
ORDER BY d.id
RETURN
  d {.*, digest: null} AS document,
  COLLECT {
    MATCH (d)-[m:MENTIONS]->()-[:OF]->{0,1}(e:Entity)
    RETURN {entity: e.id, starts: m.starts, ends: m.ends}
    ORDER BY e.id
  } AS mentions,
  COLLECT {
    MATCH (d)-[:REPORTS]->(r)-[:OF]->(i)
    RETURN r {.*, incident: i.id}
    ORDER BY r.id
  } AS reports,
  COLLECT {
    MATCH (p)-[:IN]->(d)
    RETURN p {.sentence, .start, .end}
    ORDER BY p.start, p.end
  } AS passages,
  COLLECT {
    MATCH (d)-[:STATES]->(c)
    MATCH (c)-[:SUBJECT]->(s), (c)-[:OBJECT]->(o)
    MATCH (s)-[:OF]->{0,1}(subject:Entity)
    MATCH (o)-[:OF]->{0,1}(object:Entity)
    OPTIONAL MATCH (c)-[:ACCORDING_TO]->()-[:OF]->{0,1}(speaker:Entity)
    RETURN c {
      .*, subject: subject.id, object: object.id, speaker: speaker.id,
      subject_report: CASE WHEN s:Report THEN s.id END, object_report: CASE WHEN o:Report THEN o.id END,
      passages: COLLECT { MATCH (c)-[:EVIDENCE]->(p) RETURN [p.start, p.end] ORDER BY p.start, p.end }
    }
    ORDER BY c.id
  } AS claims
ORDER BY d.id
