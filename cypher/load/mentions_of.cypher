// What documents say of entities, by their own names and by names that are taken to be theirs; what several say alike is
// told once.
// in   entities: ids
// out  id: the entity   own: whether it is the entity's own name   type: its type   name: its name
//      names: that name and all aliases   iso3: country code or null
//      point: latitude and longitude, or null
UNWIND $entities AS id
MATCH (e:Entity {id: id})<-[:OF]-{0,1}(n)<-[m:MENTIONS]-()
RETURN DISTINCT
  e.id AS id, n = e AS own, m.type AS type, m.name AS name, [m.name] + m.aliases AS names, m.iso3 AS iso3,
  m.point AS point
