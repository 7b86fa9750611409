// Entities by the words of any of their names, folded (see casus.graph.names).
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (e:Actor|Place) ON EACH [e.folded]
