// Notes on meetings how sure the surest of their incidents is, and the timeline of the latest that is as sure.
// in   meetings: ids
UNWIND $meetings AS id
MATCH (m:Meeting {id: id})
CALL (m) {
  MATCH (i)-[at:AT]->()
  USING INDEX SEEK at:AT(rank)
  WHERE at.rank STARTS WITH m.id + " "
  RETURN i, at ORDER BY at.rank DESC LIMIT 1
}
SET m.confidence = at.confidence, m.timeline = i.timeline
