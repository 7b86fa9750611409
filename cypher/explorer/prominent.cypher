// Where to begin: the actors that most others are said to be backed by.
// in   limit: rows
// out  actor: map of id, type, name   proxies: how many it backs
MATCH (a:Actor)<-[:BACKED_BY]-(x)
WITH a, count(x) AS proxies
ORDER BY proxies DESC, a.id
LIMIT $limit
RETURN a {.id, .type, .name} AS actor, proxies
