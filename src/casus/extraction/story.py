"""A document as extraction sees it: its parsed text, who is named where, and what has been claimed so far."""

from bisect import bisect_right
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

    def before(self, token: Token) -> Iterator[Mention]:
        """Yield the namings before a token, nearest first."""
        last = bisect_right(self.mentions, token.i, key=lambda mention: mention.end)
        return (self.mentions[place] for place in range(last - 1, -1, -1))

    def state(self, iso3: str | None) -> Known | None:
        """Return the state with this code."""
        return self.knowledge.get(f"state/{iso3}") if iso3 else None

    def named_between(self, start: int, end: int) -> list[Mention]:
        """Return the namings between two token indices."""
        found = (self._by_token.get(i) for i in range(max(start, 0), end))
        return [one for one in dict.fromkeys(found) if one is not None and start <= one.start and one.end <= end]

    def refer(self, token: Token, known: Known) -> None:
        """Note that a common noun stands for an entity."""
        self.references.setdefault(token.i, known)


def is_group(known: Known) -> bool:
    """Whether an entity is an organisation of any kind."""
    return known.type in {EntityType.ARMED_GROUP, EntityType.ORGANISATION}
