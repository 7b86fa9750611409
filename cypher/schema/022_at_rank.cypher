// The incidents of a meeting, the least sure first (see cypher/load/meetings).
CREATE INDEX at_rank IF NOT EXISTS FOR ()-[at:AT]-() ON (at.rank)
