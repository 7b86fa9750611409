// Reports by id or by the incident they are taken to be of.
// in   reports: ids   incidents: ids
// out  report: map of its properties with document: id, published: date or null, incident: id or null
CALL () {
  UNWIND $reports AS id
  MATCH (r:Report {id: id})
  RETURN r
UNION
  UNWIND $incidents AS id
  MATCH (r:Report)-[:OF]->(:Entity {id: id})
  RETURN r
}
MATCH (d:Document)-[:REPORTS]->(r)
OPTIONAL MATCH (r)-[:OF]->(i:Incident)
RETURN r {.*, document: d.id, published: d.published, incident: i.id} AS report
