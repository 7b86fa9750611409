// Organisations, by id, each with those whose names share a word with its own, however it is spelt, or are its initials; not
// those that are told apart from it, that it is part of or that are part of it, nor those that somebody judged.
// in   after: [id] of the last row before these, or null   names: rows   most: candidates of each, the most alike
// out  one: map of id, type, name, iso3: of its country, aliases: its other names, documents: how many mention it
//      others: maps likewise   key: [id]
MATCH (e:Entity)
WHERE e.id > coalesce($after[0], "org/") AND e.id < "org0" AND size(e.folded) > 0
WITH e
ORDER BY e.id
LIMIT $names
WITH e,
  COLLECT {
    UNWIND e.folded[..10] AS name
    UNWIND split(name, " ") AS word
    RETURN DISTINCT word + CASE WHEN size(word) < 4 THEN "" WHEN size(word) < 6 THEN "~1" ELSE "~2" END
  } AS words,
  COLLECT {
    UNWIND e.folded[..10] AS name
    UNWIND [split(name, " "), [word IN split(name, " ") WHERE size(word) > 3]] AS words
    WITH words WHERE size(words) > 2
    RETURN DISTINCT reduce(initials = "", word IN words | initials + left(word, 1))
  } AS initials
CALL (e, words, initials) {
  CALL db.index.fulltext.queryNodes(
    "entity_names", reduce(query = "", word IN words[..12] + initials | query + " " + word), {limit: $most}
  ) YIELD node AS o
  WHERE
    o <> e AND o.id STARTS WITH "org/"
    AND NOT EXISTS { (e)-[:DISTINCT_FROM|PART_OF]-(o) }
    AND NOT EXISTS { (:Judgement {one: e.id, other: o.id}) }
    AND NOT EXISTS { (:Judgement {one: o.id, other: e.id}) }
  RETURN collect(o {
    .id, .type, .name, .iso3,
    aliases: [name IN o.names WHERE name <> o.name],
    documents: COUNT { (o)<-[:MENTIONS]-() }
  }) AS others
}
RETURN
  e {
    .id, .type, .name, .iso3,
    aliases: [name IN e.names WHERE name <> e.name],
    documents: COUNT { (e)<-[:MENTIONS]-() }
  } AS one,
  others,
  [e.id] AS key
ORDER BY e.id
