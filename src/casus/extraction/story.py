"""A document as extraction sees it: its parsed text, who is named where, and what has been claimed so far."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from casus.extraction import naming
from casus.extraction.naming import Mention
from casus.knowledge import Knowledge, Known
from casus.ontology import EntityType
from casus.records import Document


@dataclass
class Story:
    """One document under extraction."""

    document: Document
    doc: Doc
    knowledge: Knowledge
    mentions: list[Mention] = field(default_factory=list)
    sites: list[Mention] = field(default_factory=list)
    """Described places: the US embassy, an Iraqi military base."""
    references: dict[int, Known] = field(default_factory=dict)
    """Common nouns that turned out to stand for an entity, by token index: the group, the militia, its military."""

    def __post_init__(self) -> None:
        """Find who is named."""
        self.mentions = naming.mentions(self.doc, self.knowledge, self.document.published)
        self._by_token = {i: mention for mention in self.mentions for i in range(mention.start, mention.end)}

    @property
    def sentences(self) -> Iterator[Span]:
        """The document's sentences, those of white space only left out."""
        return (sentence for sentence in self.doc.sents if sentence.text.strip())

    def named(self, token: Token) -> Mention | None:
        """Return the naming that a token is part of."""
        return self._by_token.get(token.i)

    def place_at(self, token: Token) -> Mention | None:
        """Return the naming, or the described place, whose head or part a token is."""
        return self.named(token) or next((site for site in self.sites if site.head == token.i), None)

    def before(self, token: Token) -> Iterator[Mention]:
        """Yield the namings before a token, nearest first."""
        return (mention for mention in reversed(self.mentions) if mention.end <= token.i)

    def state(self, iso3: str | None) -> Known | None:
        """Return the state with this code."""
        return self.knowledge.get(f"state/{iso3}") if iso3 else None

    def named_in(self, span: Span) -> list[Mention]:
        """Return the namings inside a stretch of the text."""
        return [mention for mention in self.mentions if span.start <= mention.start and mention.end <= span.end]

    def named_in_range(self, start: int, end: int) -> list[Mention]:
        """Return the namings between two token indices."""
        return [mention for mention in self.mentions if start <= mention.start and mention.end <= end]

    def refer(self, token: Token, known: Known) -> None:
        """Note that a common noun stands for an entity."""
        self.references.setdefault(token.i, known)


def is_group(known: Known) -> bool:
    """Whether an entity is an organisation of any kind."""
    return known.type in {EntityType.ARMED_GROUP, EntityType.ORGANISATION}
