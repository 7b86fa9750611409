// Everything that people judged, by id.
// out  judgement: map of its properties
MATCH (j:Judgement)
WHERE j.id > ""
RETURN j {.*} AS judgement
ORDER BY j.id
