// 12. Which documents there are, the latest first, with who published them
// GET /v1/documents
// out  published: paths from documents to their sources
MATCH published = (d:Document)-[:PUBLISHED_BY]->(:Source)
RETURN published
ORDER BY d.published DESC
LIMIT 25
