// Deletes what was judged of reports by score, and by what they were found.
// in   reports: ids
UNWIND $reports AS id
MATCH (r:Report {id: id})
CALL (r) { MATCH (r)-[j:SAME]-() DELETE j }
CALL (r) { MATCH (c:Clue)-[:CLUE_TO]->(r) DETACH DELETE c }
