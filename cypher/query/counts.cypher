// How much there is of everything.
// out  documents: number   claims: number   reports: number   incidents: number
//      entities: number by type   relations: number by predicate; both as [[name, number], …]
RETURN
  COUNT { (:Document) } AS documents,
  COUNT { (:Claim) } AS claims,
  COUNT { (:Report) } AS reports,
  COUNT { (:Incident) } AS incidents,
  COLLECT {
    MATCH (e:Actor|Place)
    WITH e.type AS type, count(*) AS many
    RETURN [type, many] ORDER BY type
  } AS entities,
  COLLECT {
    MATCH (:Entity)-[r]->(:Entity)
    WITH toLower(replace(type(r), "_", "-")) AS predicate, count(*) AS many
    RETURN [predicate, many] ORDER BY predicate
  } AS relations
