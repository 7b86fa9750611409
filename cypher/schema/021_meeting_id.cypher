// Two actors of whom one did what the other suffered meet once, in whatever number of incidents.
CREATE CONSTRAINT meeting_id IF NOT EXISTS FOR (m:Meeting) REQUIRE m.id IS UNIQUE
