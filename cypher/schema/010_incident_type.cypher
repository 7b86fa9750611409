// Incidents of a type, by date.
CREATE INDEX incident_type IF NOT EXISTS FOR (i:Incident) ON (i.type, i.timeline)
