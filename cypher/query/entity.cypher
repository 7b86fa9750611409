// One entity and its relationships with others, the surest first. What lies in a place is left out: it can be a lot.
// in   id: of the entity
// out  id: of the entity   type: State, ArmedGroup …   name: its own   iso3: of its country, or null
//      aliases: its other names   documents: how many mention it
//      as_perpetrator: number of incidents   as_target: number of incidents   as_place: number of incidents and places
//      relations: maps of subject, predicate, object, and what the relationship carries, at most 100
MATCH (e:Entity {id: $id})
WHERE NOT e:Incident
RETURN
  e.id AS id, e.type AS type, e.name AS name, e.iso3 AS iso3,
  [name IN e.names WHERE name <> e.name] AS aliases,
  CASE
    WHEN EXISTS { (e)<-[:OF]-() } THEN COUNT { MATCH (e)<-[:OF]-{0,1}()<-[:MENTIONS]-(d) RETURN DISTINCT d }
    ELSE COUNT { (e)<-[:MENTIONS]-() } // which is noted in the store, however many they are
  END AS documents,
  COUNT { (e)<-[:PERPETRATOR]-() } AS as_perpetrator,
  COUNT { (e)<-[:TARGET]-() } AS as_target,
  COUNT { (e)<-[:LOCATED_IN]-() } AS as_place,
  COLLECT {
    CALL (e) {
      MATCH (e)-[r:BACKED_BY|PART_OF|DISTINCT_FROM|LOCATED_IN]->()
      RETURN r
    UNION
      MATCH (e)<-[r:BACKED_BY|PART_OF|DISTINCT_FROM]-()
      RETURN r
    }
    WITH r, startNode(r) AS s, endNode(r) AS o
    ORDER BY r.confidence DESC, s.id, type(r), o.id
    LIMIT 100
    RETURN r {
      subject: s {.id, .type, .name}, predicate: toLower(replace(type(r), "_", "-")), object: o {.id, .type, .name},
      .confidence, .documents, .claims, .denials, .first_reported, .last_reported, .valid_from, .valid_to, .evidence
    }
  } AS relations
