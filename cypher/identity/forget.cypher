// Deletes a judgement.
// in   id: of the judgement
// out  kind: reports or entities   one: id   other: id; no row: there is none of this id
MATCH (j:Judgement {id: $id})
WITH j, j.kind AS kind, j.one AS one, j.other AS other
DELETE j
RETURN kind, one, other
