"""How sure a claim is: the share of its rule's claims that were right, as measured on annotated texts."""

from casus.extraction.lexicon import FOLDER, rows
from casus.extraction.tellings import Event

CONFIDENCE = {
    row.text("rule"): row.converted("share", float)
    for row in rows(FOLDER / "confidence.tsv", ("rule", "share", "comment"))
}
"""By rule; `unsaid` is the factor for support where a sentence names no recipient."""


def of_incident(role: str, event: Event, chance: float) -> float:
    """Return how sure it is who did it, to whom or where: surer of what a text tells more than once.

    `chance` is how sure it is that the words tell of an incident of its type: less than 1 where that is guessed.
    """
    share = CONFIDENCE[role if len(event.tellings) == 1 else f"{role}, told again"]
    return round(share * chance, 2)
