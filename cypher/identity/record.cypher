// Records what a person judges of two reports or two names; earlier judgements of the same two stay, the latest counts.
// in   says: map of the properties of a judgement
CREATE (j:Judgement)
SET j = $says
