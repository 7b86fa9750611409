"""What is taken to be the same, and what people judge of it."""

from casus.graph import answers
from casus.graph.pages import PageRequest
from casus.graph.queries.question import FIRST, Question, page_of


def identity_pairs(page: PageRequest = FIRST) -> Question[answers.Page[answers.Pair]]:
    """Pairs of reports that nobody has judged: those of which it is least sure whether they tell of one event first."""
    return page_of("identity_pairs", answers.Pair, {}, page)


def judgements(page: PageRequest = FIRST) -> Question[answers.Page[answers.Judgement]]:
    """What people judged, the latest first."""
    return page_of("judgements", answers.Judgement, {}, page)
