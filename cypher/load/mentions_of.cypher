// What documents say of entities; what several say alike is told once.
// in   entities: ids
// out  id: the entity   type: its type   name: its name   names: that name and all aliases   iso3: country code or null
//      point: latitude and longitude, or null
UNWIND $entities AS id
MATCH (e:Entity {id: id})<-[m:MENTIONS]-()
RETURN DISTINCT e.id AS id, m.type AS type, m.name AS name, [m.name] + m.aliases AS names, m.iso3 AS iso3, m.point AS point
