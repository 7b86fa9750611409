// By what reports are found that may be of one event (see casus.graph.blocking).
CREATE INDEX clue_key IF NOT EXISTS FOR (c:Clue) ON (c.key, c.wide, c.from)
