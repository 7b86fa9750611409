// What an id that an entity or an incident once had is now taken to be.
// in   id: of an entity or incident that is not there any more
// out  id: as asked for   kept: the id it has now
CALL () {
  MATCH (m:Merged {id: $id})-[:OF]->(e)
  RETURN e
UNION
  MATCH (:Report {heads: $id})-[:OF]->(e)
  RETURN e
}
WITH e
WHERE e.id <> $id
RETURN $id AS id, e.id AS kept
