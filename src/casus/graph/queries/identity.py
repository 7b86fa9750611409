"""What is taken to be the same, and what people judge of it."""

from casus.graph import answers
from casus.graph.pages import PageRequest
from casus.graph.queries.question import FIRST, Question, one, page_of


def identity_pairs(page: PageRequest = FIRST) -> Question[answers.Page[answers.Pair]]:
    """Pairs of reports that nobody has judged: those of which it is least sure whether they tell of one event first."""
    return page_of("identity_pairs", answers.Pair, {}, page)


def judgements(page: PageRequest = FIRST) -> Question[answers.Page[answers.Judgement]]:
    """What people judged, the latest first."""
    return page_of("judgements", answers.Judgement, {}, page)


def merged(id: str) -> Question[answers.Merged]:
    """What an id that an entity or incident once had is now taken to be. Raises NotFound where it is nothing else."""
    return one("merged", answers.Merged, {"id": id}, f"{id!r} is not the id of anything that was merged")
