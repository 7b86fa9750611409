// Incidents by date: `timeline` is the earliest day and the id, so that one index both sorts and pages.
CREATE INDEX incident_timeline IF NOT EXISTS FOR (i:Incident) ON (i.timeline)
