// Marks documents, so that whoever loaded them can tell that they are there.
// in   rows: maps of id: of a document, mark: text
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.mark = row.mark
