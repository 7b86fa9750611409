// Entities of a country, in the order of their ids.
CREATE INDEX entity_country IF NOT EXISTS FOR (e:Entity) ON (e.iso3, e.id)
