// 19. Chains of retaliation: every answer with what it answers, and who did it
// GET /v1/retaliation/chains
// out  link: paths of one answer   by: paths to who did it
MATCH link = (answer:Incident)-[:RETALIATES_FOR]->(cause:Incident)
OPTIONAL MATCH by = (answer)-[:PERPETRATOR]->()
RETURN link, by
LIMIT 100
