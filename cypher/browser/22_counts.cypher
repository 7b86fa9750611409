// 22. How much there is of everything
// GET /readyz
// This gives a table.
// out  what: a label   number: nodes that have it
MATCH (n)
UNWIND labels(n) AS what
RETURN what, count(*) AS number
ORDER BY number DESC
