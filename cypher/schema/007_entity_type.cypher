// Entities of a type, in the order of their ids.
CREATE INDEX entity_type IF NOT EXISTS FOR (e:Entity) ON (e.type, e.id)
