"""The page of one relationship: every sentence that is kept for it and against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from casus.errors import NotFound
from casus.explorer import addresses, questions, tables
from casus.explorer.inquiry import Inquiry
from casus.explorer.questions import Key, Said
from casus.explorer.ties import Tie, tied
from casus.explorer.views.view import View


@dataclass(frozen=True, kw_only=True)
class RelationshipView(View):
    """A relationship's page."""

    evidence: Sequence[Tie]


async def view(inquiry: Inquiry, key: Key) -> RelationshipView:
    """Ask for the claims about a relationship. Raises NotFound where nothing says it, nor denies it."""
    subject, predicate, object_ = key
    said = await inquiry.ask(questions.relations([key]))
    claims = await inquiry.ask(questions.between([key]))
    if not said and not claims:
        raise NotFound(f"nothing says that {subject} is {predicate} {object_}, and nothing denies it")
    denied = [Said(subject=one.subject, predicate=predicate, object=one.object) for one in claims[:1]]
    [tie] = tied([*said, *denied][:1], claims)
    return RelationshipView(
        title=f"{tie.subject.name} {tie.words} {tie.object.name}", address=addresses.RELATIONSHIPS,
        asked=inquiry.asked, tables={"claims": lambda: tables.ties([tie])}, evidence=[tie],
    )  # fmt: skip
