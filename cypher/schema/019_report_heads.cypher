// A report by the id of the incident whose first report it would be, so that every id an incident ever had can be resolved.
CREATE INDEX report_heads IF NOT EXISTS FOR (r:Report) ON (r.heads)
