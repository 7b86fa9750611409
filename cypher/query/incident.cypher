// One incident with every report of it and every claim about it, asserted and denied.
// in   id: of the incident
// out  id: of the incident   name: its first words   type: PLOVER event type   mode: PLOVER mode, or null
//      status: whether it is real   date: map of earliest and latest, or null   killed: map of min and max, or null
//      wounded: likewise   perpetrators: maps of id, type, name   targets: likewise   places: likewise
//      reports: their number   told: the reports as maps, by date   claims: maps with their evidence, at most 500
MATCH (i:Entity:Incident {id: $id})
RETURN
  i.id AS id, i.name AS name, i.type AS type, i.mode AS mode, i.status AS status,
  CASE WHEN i.earliest IS NOT NULL THEN i {.earliest, .latest} END AS date,
  CASE WHEN i.killed_min IS NOT NULL THEN {min: i.killed_min, max: i.killed_max} END AS killed,
  CASE WHEN i.wounded_min IS NOT NULL THEN {min: i.wounded_min, max: i.wounded_max} END AS wounded,
  COLLECT { MATCH (i)-[:PERPETRATOR]->(e) RETURN e {.id, .type, .name} ORDER BY e.id } AS perpetrators,
  COLLECT { MATCH (i)-[:TARGET]->(e) RETURN e {.id, .type, .name} ORDER BY e.id } AS targets,
  COLLECT { MATCH (i)-[:LOCATED_IN]->(e) RETURN e {.id, .type, .name} ORDER BY e.id } AS places,
  COUNT { (i)<-[:OF]-() } AS reports,
  COLLECT {
    MATCH (i)<-[:OF]-(r:Report)<-[:REPORTS]-(d:Document)
    RETURN r {
      .id, .type, .mode, .status, .words,
      date: CASE WHEN r.earliest IS NOT NULL THEN r {.earliest, .latest} END,
      killed: CASE WHEN r.killed_min IS NOT NULL THEN {min: r.killed_min, max: r.killed_max} END,
      wounded: CASE WHEN r.wounded_min IS NOT NULL THEN {min: r.wounded_min, max: r.wounded_max} END,
      document: d.id, title: d.title, source: d.source, published: d.published, url: d.url
    }
    ORDER BY d.published, r.id
  } AS told,
  COLLECT {
    MATCH (i)<-[:OF]-(:Report)<-[:SUBJECT|OBJECT]-(c:Claim)
    WITH DISTINCT c
    ORDER BY c.id
    LIMIT 500
    MATCH (d:Document)-[:STATES]->(c), (c)-[:SUBJECT]->(s), (c)-[:OBJECT]->(o)
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
  } AS claims
