// Makes of names that led to an entity entities of their own again.
// in   ids: of the names
UNWIND $ids AS id
MATCH (e:Merged {id: id})-[of:OF]->()
DELETE of
REMOVE e:Merged
SET e:Entity
