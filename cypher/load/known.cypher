// What is known of entities by now.
// in   entities: ids
// out  id: the entity; those of which nothing is known yet are left out   own: whether documents mention it by its own name
//      type: its type   name: its name   names: that name and all aliases   iso3: country code or null
//      point: latitude and longitude, or null
UNWIND $entities AS id
MATCH (e:Entity {id: id})
WHERE e.type IS NOT NULL
RETURN
  e.id AS id, EXISTS { (e)<-[:MENTIONS]-() } AS own, e.type AS type, e.name AS name, e.names AS names, e.iso3 AS iso3,
  e.point AS point
