// What the explorer's filters can choose from: who published, and the days on which anything happened or was said.
// out  sources: names, sorted   first: the earliest day, or null   last: the latest day, or null
RETURN
  COLLECT { MATCH (s:Source) RETURN s.name ORDER BY s.name LIMIT 500 } AS sources,
  COLLECT { MATCH (i:Incident) WHERE i.earliest IS NOT NULL RETURN i.earliest ORDER BY i.earliest LIMIT 1 }[0] AS first,
  COLLECT { MATCH (d:Document) WHERE d.published IS NOT NULL RETURN d.published ORDER BY d.published DESC LIMIT 1 }[0]
    AS last
