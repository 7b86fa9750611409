// Records how likely two reports tell of the same event. That stands until one of the reports goes.
// in   rows: maps of one: id, other: id, the smaller id first, score: 0 to 1; from 0.5 on they are taken to
UNWIND $rows AS row
MATCH (a:Report {id: row.one}), (b:Report {id: row.other})
MERGE (a)-[j:SAME]->(b)
SET j.score = row.score, j.margin = round(abs(row.score - 0.5), 6)
