// Writes what is known of entities.
// in   rows: maps of id, labels: those it has, beside Entity, says: map of name, names, folded, type, iso3, point
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
REMOVE e:Actor:State:Organisation:ArmedGroup:Person:Place
SET e:$(row.labels), e += row.says
