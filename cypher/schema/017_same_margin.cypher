// Two reports each, the least sure to be of one event or of two first.
CREATE INDEX same_margin IF NOT EXISTS FOR ()-[j:SAME]-() ON (j.margin)
