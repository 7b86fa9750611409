// What people judged of a report or a name, where it is the second of the two.
CREATE INDEX judgement_other IF NOT EXISTS FOR (j:Judgement) ON (j.other)
