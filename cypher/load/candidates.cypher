// Other documents' reports that may tell of the same event as some: those that share a clue, on days that overlap (see
// casus.graph.blocking). Of each clue the latest are looked at.
// in   rows: maps of report: id of the report asked about, says: map of the properties of a clue to it
//      narrow: days that a narrow window has at most   reach: days that any has at most
//      most: reports looked at for each clue
// out  ones: ids of the reports that it may tell the same as   other: map of the properties of the candidate that matter,
//      with document: id
UNWIND $rows AS row
UNWIND [{wide: false, reach: $narrow}, {wide: true, reach: $reach}] AS kind
CALL (row, kind) {
  MATCH (c:Clue {key: row.says.key, wide: kind.wide})
  WHERE c.from >= row.says.from - duration({days: kind.reach}) AND c.from <= row.says.to AND c.to >= row.says.from
  MATCH (c)-[:CLUE_TO]->(o:Report)
  WHERE o.id <> row.report
  RETURN o ORDER BY c.from DESC, o.id LIMIT $most
}
WITH o, collect(DISTINCT row.report) AS ones
MATCH (o)<-[:REPORTS]-(e:Document)
RETURN ones, o {
  .id, .mode, .status, .earliest, .latest, .perpetrators, .targets, .places, .countries, .near, .terms,
  .window_from, .window_to, .killed_min, document: e.id
} AS other
