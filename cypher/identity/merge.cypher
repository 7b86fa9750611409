// Makes of an entity a name that leads to another, and has the names that led to it lead there too.
// in   rows: maps of id, kept: id of the other
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
MERGE (k:Entity {id: row.kept})
WITH e, k
CALL (e) { MATCH (e)-[r]-(:Entity) DELETE r }
REMOVE e:Entity:Actor:State:Organisation:ArmedGroup:Person:Place
SET e:Merged, e = {id: e.id}
CREATE (e)-[:OF]->(k)
