// Other documents' reports that may tell of the same event: same type, from days that overlap, with a country or an actor in
// common (see casus.graph.identity).
// in   reports: ids   reach: days that a report can at most look back
// out  one: the report asked about   other: the candidate, both as maps of their properties with document: id
UNWIND $reports AS id
MATCH (r:Report {id: id})<-[:REPORTS]-(d:Document)
MATCH (o:Report {type: r.type})
WHERE o.window_from >= r.window_from - duration({days: $reach}) AND o.window_from <= r.window_to
  AND o.window_to >= r.window_from
  AND any(shared IN o.countries + o.perpetrators + o.targets WHERE shared IN r.countries + r.perpetrators + r.targets)
MATCH (o)<-[:REPORTS]-(e:Document)
WHERE e <> d
RETURN r {.*, document: d.id} AS one, o {.*, document: e.id} AS other
