// 13. All that stands around an actor: its relationships, and those of whom these lead to
// GET /v1/entities/{id}/neighbourhood
// Change the id, or how many steps: 1..2.
// out  way: paths that begin at the actor
MATCH way =
  (:Entity {id: "org/kataib-hezbollah"})-[:BACKED_BY|PART_OF|PERPETRATOR|TARGET|RETALIATES_FOR*1..2]-(:Entity)
RETURN way
LIMIT 200
