// Takes away what lock.cypher wrote, so that a load leaves no trace of itself.
MATCH (g:Casus {name: "graph"})
REMOVE g.loading
