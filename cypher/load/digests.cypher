// What the documents of these ids said when they were loaded, as hashes.
// in   documents: ids
// out  id: the document   digest: sha256 of its record
UNWIND $documents AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.digest AS digest
