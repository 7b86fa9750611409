// All entities but incidents, by id; of one type or one country.
// in   by: map of type (of entity, or null) and country (ISO 3166-1 alpha-3, or null)
//      after: [id] of the last row before these, or null   limit: rows
// out  id: of the entity   type: State, ArmedGroup …   name: its own   iso3: of its country, or null
//      aliases: its other names   documents: how many mention it   key: [id]
//
// Ids of incidents sort before those of all other entities, and "incident0" after them.
MATCH (e:Entity)
WHERE e.id > coalesce($after[0], "incident0")
  AND ($by.type IS NULL OR e.type = $by.type) AND ($by.country IS NULL OR e.iso3 = $by.country)
WITH e
ORDER BY e.id
LIMIT $limit
RETURN
  e.id AS id, e.type AS type, e.name AS name, e.iso3 AS iso3,
  [name IN e.names WHERE name <> e.name] AS aliases,
  CASE
    WHEN EXISTS { (e)<-[:OF]-() } THEN COUNT { MATCH (e)<-[:OF]-{0,1}()<-[:MENTIONS]-(d) RETURN DISTINCT d }
    ELSE COUNT { (e)<-[:MENTIONS]-() } // which is noted in the store, however many they are
  END AS documents,
  [e.id] AS key
ORDER BY id
