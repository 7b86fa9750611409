// Everyone who published a document, by name.
// out  source: map of its properties
MATCH (s:Source)
WHERE s.name > ""
RETURN s {.*} AS source
ORDER BY s.name
