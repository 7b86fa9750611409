// Deletes those of some incidents that no report is of any more.
// in   incidents: ids
UNWIND $incidents AS id
MATCH (i:Entity:Incident {id: id})
WHERE NOT EXISTS { (i)<-[:OF]-() }
DETACH DELETE i
