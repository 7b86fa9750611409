// Writes anew whom and where reports name, after a name was taken to be another entity's or no longer is.
// in   reports: ids
UNWIND $reports AS id
MATCH (r:Report {id: id})
CALL (r) {
  MATCH (r)<-[:SUBJECT]-(c:Claim {polarity: "asserted"})-[:OBJECT]->()-[:OF]->{0,1}(e:Entity)
  WITH DISTINCT c.predicate AS predicate, e.id AS end ORDER BY end
  RETURN
    collect(CASE predicate WHEN "perpetrator" THEN end END) AS perpetrators,
    collect(CASE predicate WHEN "target" THEN end END) AS targets,
    collect(CASE predicate WHEN "located-in" THEN end END) AS places
}
SET r.perpetrators = perpetrators, r.targets = targets, r.places = places
