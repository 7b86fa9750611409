// 21. Incidents that several documents tell of, with their reports: are they of one event? Judge them with Casus
// GET /v1/identity/pairs
// What people judged stands on nodes of the label Judgement.
// GET /v1/identity/judgements
// out  told: paths from an incident to its reports and their documents
MATCH told = (i:Incident)<-[:OF]-(:Report)<-[:REPORTS]-(:Document)
WHERE COUNT { (i)<-[:OF]-() } > 1
RETURN told
LIMIT 50
