// Other documents' reports that may tell of the same event: those that share a clue, on days that overlap (see
// casus.graph.blocking). Of each clue the latest are looked at.
// in   reports: ids   narrow: days that a narrow window has at most   reach: days that any has at most
//      most: reports looked at for each clue
// out  one: id of the report asked about   other: the candidate, as a map of its properties with document: id
UNWIND $reports AS id
MATCH (d:Document)-[:REPORTS]->(r:Report {id: id})<-[:CLUE_TO]-(k:Clue)
UNWIND [{wide: false, reach: $narrow}, {wide: true, reach: $reach}] AS kind
CALL (r, k, kind) {
  MATCH (c:Clue {key: k.key, wide: kind.wide})
  WHERE c.from >= k.from - duration({days: kind.reach}) AND c.from <= k.to AND c.to >= k.from
  MATCH (c)-[:CLUE_TO]->(o:Report)
  WHERE o <> r
  RETURN o ORDER BY c.from DESC, o.id LIMIT $most
}
WITH DISTINCT d, r, o
MATCH (o)<-[:REPORTS]-(e:Document)
WHERE e <> d
RETURN r.id AS one, o {.*, document: e.id} AS other
