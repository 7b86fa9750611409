// With which reports others are taken to tell of the same event.
// in   reports: ids   least: the score from which they are
// out  one: id   other: id   score: 0 to 1
UNWIND $reports AS id
MATCH (:Report {id: id})-[j:SAME]-()
WHERE j.score >= $least
RETURN DISTINCT startNode(j).id AS one, endNode(j).id AS other, j.score AS score
