// Makes loads wait for one another: whoever writes here first goes on, the others wait for its transaction to end.
MATCH (g:Casus {name: "graph"})
SET g.loading = true
