// Entities by any of their names, in any spelling. Those that bear the name exactly come first, then the most alike.
// in   name: folded (see casus.graph.names)   query: for the full-text index
//      by: map of type (of entity, or null) and country (ISO 3166-1 alpha-3, or null)
//      after: [rank, id] of the last row before these, or null   limit: rows
// out  id: of the entity   type: State, ArmedGroup …   name: its own   iso3: of its country, or null
//      aliases: its other names   documents: how many mention it   key: [rank, id]
CALL db.index.fulltext.queryNodes("entity_names", $query, {limit: 200}) YIELD node AS e, score
WHERE ($by.type IS NULL OR e.type = $by.type) AND ($by.country IS NULL OR e.iso3 = $by.country)
WITH e, round(score + CASE WHEN $name IN e.folded THEN 1000 ELSE 0 END, 4) AS rank
WHERE $after IS NULL OR rank < $after[0] OR (rank = $after[0] AND e.id > $after[1])
ORDER BY rank DESC, e.id
LIMIT $limit
RETURN
  e.id AS id, e.type AS type, e.name AS name, e.iso3 AS iso3,
  [name IN e.names WHERE name <> e.name] AS aliases,
  CASE
    WHEN EXISTS { (e)<-[:OF]-() } THEN COUNT { MATCH (e)<-[:OF]-{0,1}()<-[:MENTIONS]-(d) RETURN DISTINCT d }
    ELSE COUNT { (e)<-[:MENTIONS]-() } // which is noted in the store, however many they are
  END AS documents,
  [rank, e.id] AS key
