"""What extraction says before it becomes a record: statements about entities and incidents, with their sentence."""

from dataclasses import dataclass

from spacy.tokens import Span

from casus.extraction.tellings import Event
from casus.knowledge import Known
from casus.ontology import Polarity, Predicate


@dataclass(frozen=True, eq=False)
class Statement:
    """A claim to be: its ends are entities or incidents of the story."""

    subject: Known | Event
    predicate: Predicate
    object: Known | Event
    sentence: Span
    rule: str
    confidence: float
    polarity: Polarity = Polarity.ASSERTED
    attributed_to: Known | None = None
    support: tuple[str, ...] = ()
