// Judgements by when they were made.
CREATE INDEX judgement_at IF NOT EXISTS FOR (j:Judgement) ON (j.at)
