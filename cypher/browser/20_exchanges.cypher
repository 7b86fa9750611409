// 20. Who answers whom, how often and how fast: tit for tat
// GET /v1/retaliation/exchanges
// This gives a table.
// out  who: the one who answers   whom: the one who is answered   answers: how many
//      days: between blow and answer, on average
MATCH (who:Actor)<-[:PERPETRATOR]-(answer:Incident)-[:RETALIATES_FOR]->(cause:Incident)-[:PERPETRATOR]->(whom:Actor)
WHERE who <> whom
RETURN who.name AS who, whom.name AS whom, count(DISTINCT answer) AS answers,
  round(avg(duration.inDays(cause.earliest, answer.earliest).days), 1) AS days
ORDER BY answers DESC, days
