// Writes judgements as they were made in another graph.
// in   rows: maps of the properties of a judgement, id among them
UNWIND $rows AS row
MERGE (j:Judgement {id: row.id})
SET j = row
