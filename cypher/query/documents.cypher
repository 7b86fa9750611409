// All documents, by id.
// in   after: [id] of the last row before these, or null   limit: rows
// out  id: of the document   title: its own, or null   source: who published it, or null   published: date, or null
//      url: where it can be read, or null   entities: number mentioned   reports: number of incidents told
//      claims: their number   key: [id]
MATCH (d:Document)
WHERE d.id > coalesce($after[0], "")
WITH d
ORDER BY d.id
LIMIT $limit
RETURN
  d.id AS id, d.title AS title, d.source AS source, d.published AS published, d.url AS url,
  COUNT { (d)-[:MENTIONS]->() } AS entities,
  COUNT { (d)-[:REPORTS]->() } AS reports,
  COUNT { (d)-[:STATES]->() } AS claims,
  [d.id] AS key
ORDER BY id
