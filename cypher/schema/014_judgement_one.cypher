// What people judged of a report or a name, where it is the first of the two.
CREATE INDEX judgement_one IF NOT EXISTS FOR (j:Judgement) ON (j.one)
