// What the documents of these ids said when they were loaded, as hashes, and what they were marked with.
// in   documents: ids
// out  id: the document   digest: sha256 of its record   mark: what it was marked with, or null
UNWIND $documents AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.digest AS digest, d.mark AS mark
