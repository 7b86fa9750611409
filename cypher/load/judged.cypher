// The judgements that reports are part of.
// in   reports: ids
// out  one: id   other: id   score: 0 to 1
UNWIND $reports AS id
MATCH (:Report {id: id})-[j:SAME]-()
RETURN DISTINCT startNode(j).id AS one, endNode(j).id AS other, j.score AS score
