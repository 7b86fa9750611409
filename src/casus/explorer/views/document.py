"""The page of a document: what it says, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from casus.explorer import addresses, tables
from casus.explorer.inquiry import Inquiry
from casus.explorer.questions import Said
from casus.explorer.ties import Tie, tied
from casus.explorer.views.view import View
from casus.graph import queries
from casus.graph.answers import DocumentProfile


@dataclass(frozen=True, kw_only=True)
class DocumentView(View):
    """A document's page."""

    document: DocumentProfile
    evidence: Sequence[Tie]


async def view(inquiry: Inquiry, id: str) -> DocumentView:
    """Ask for what a document says. Raises NotFound."""
    document = await inquiry.ask(queries.document(id), addresses.call(f"documents/{id}"))
    said = [
        Said(
            subject=claim.subject,
            predicate=claim.predicate,
            object=claim.object,
            confidence=claim.confidence,
            documents=1,
        )
        for claim in document.stated
    ]
    ties = tied(said, document.stated)
    return DocumentView(
        title=document.title or document.id, address=addresses.document(id), asked=inquiry.asked,
        tables={"claims": lambda: tables.ties(ties)}, document=document, evidence=ties,
    )  # fmt: skip
