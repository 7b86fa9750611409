// Deletes those of some meetings at which no incident was any more.
// in   meetings: ids
UNWIND $meetings AS id
MATCH (m:Meeting {id: id})
WHERE NOT EXISTS { (m)<-[:AT]-() }
DETACH DELETE m
