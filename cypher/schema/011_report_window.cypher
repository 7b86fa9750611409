// Reports that may be of one event: of a type, and from about the same days.
CREATE INDEX report_window IF NOT EXISTS FOR (r:Report) ON (r.type, r.window_from)
