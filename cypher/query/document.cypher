// One document and what it says.
// in   id: of the document
// out  id: of the document   title: its own, or null   source: who published it, or null   published: date, or null
//      url: where it can be read, or null   entities: number mentioned   reports: number of incidents told
//      claims: their number   mentions: the entities as maps of id, type, name   told: the reports as maps
//      stated: the claims as maps, with their evidence
MATCH (d:Document {id: $id})
RETURN
  d.id AS id, d.title AS title, d.source AS source, d.published AS published, d.url AS url,
  COUNT { (d)-[:MENTIONS]->() } AS entities,
  COUNT { (d)-[:REPORTS]->() } AS reports,
  COUNT { (d)-[:STATES]->() } AS claims,
  COLLECT {
    MATCH (d)-[:MENTIONS]->()-[:OF]->{0,1}(e:Entity)
    WITH DISTINCT e ORDER BY e.id
    RETURN e {.id, .type, .name}
  } AS mentions,
  COLLECT {
    MATCH (d)-[:REPORTS]->(r)-[:OF]->(i)
    RETURN r {
      .id, .type, .mode, .status, .words,
      date: CASE WHEN r.earliest IS NOT NULL THEN r {.earliest, .latest} END,
      killed: CASE WHEN r.killed_min IS NOT NULL THEN {min: r.killed_min, max: r.killed_max} END,
      wounded: CASE WHEN r.wounded_min IS NOT NULL THEN {min: r.wounded_min, max: r.wounded_max} END,
      document: d.id, title: d.title, source: d.source, published: d.published, url: d.url, incident: i.id
    }
    ORDER BY r.id
  } AS told,
  COLLECT {
    MATCH (d)-[:STATES]->(c), (c)-[:SUBJECT]->(s), (c)-[:OBJECT]->(o)
    MATCH (s)-[:OF]->{0,1}(subject:Entity)
    MATCH (o)-[:OF]->{0,1}(object:Entity)
    OPTIONAL MATCH (c)-[:ACCORDING_TO]->()-[:OF]->{0,1}(speaker:Entity)
    RETURN c {
      .id, .predicate, .polarity, .confidence, .rule, .support, document: d.id, published: d.published,
      subject: subject {.id, .name, type: CASE WHEN subject:Incident THEN "Incident" ELSE subject.type END},
      subject_report: CASE WHEN s:Report THEN s.id END,
      object: object {.id, .name, type: CASE WHEN object:Incident THEN "Incident" ELSE object.type END},
      object_report: CASE WHEN o:Report THEN o.id END,
      attributed_to: speaker {.id, .type, .name},
      evidence: COLLECT {
        MATCH (c)-[:EVIDENCE]->(p)
        RETURN p {
          .sentence, .start, .end, document: d.id, title: d.title, source: d.source, published: d.published, url: d.url
        }
        ORDER BY p.start
      }
    }
    ORDER BY c.id
  } AS stated
