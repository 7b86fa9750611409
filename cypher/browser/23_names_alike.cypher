// 23. Organisations whose names share a word with one's, however it is spelt: are two of them one? Judge them with Casus
// GET /v1/identity/names
// out  alike: organisations, the most alike first   score: how well the names fit what is looked for
CALL db.index.fulltext.queryNodes("entity_names", "kataib~2 hezbollah~2", {limit: 20}) YIELD node AS alike, score
WHERE alike.id STARTS WITH "org/"
RETURN alike, score
ORDER BY score DESC
