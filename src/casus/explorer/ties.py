"""A relationship as pages and pictures show it: with the claims that assert it and those that deny it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from casus.explorer import addresses, questions
from casus.explorer.drawing.shapes import Link, Point
from casus.explorer.inquiry import Inquiry
from casus.explorer.questions import Key, Said
from casus.explorer.words import PREDICATES, TYPES
from casus.graph.answers import Claim, Hop, Ref, Relation
from casus.ontology import Polarity, Predicate


@dataclass(frozen=True)
class Station:
    """An actor or incident in a picture."""

    id: str
    type: str
    name: str
    note: str
    href: str
    chosen: bool = False

    @classmethod
    def of(cls, ref: Ref, *, chosen: bool = False) -> "Station":
        """Return an entity as a station."""
        return cls(ref.id, ref.type, ref.name, TYPES[ref.type], addresses.page(ref), chosen)


@dataclass(frozen=True)
class Tie:
    """A relationship; `confidence` is None where it is only denied. `number` tells it from others of a page.

    One that stands `apart` has its sentences on a page of its own.
    """

    subject: Ref
    predicate: Predicate
    object: Ref
    confidence: float | None
    documents: int
    number: int
    claims: Sequence[Claim] = field(default=())
    apart: bool = False

    @property
    def key(self) -> Key:
        """What it says, by ids."""
        return self.subject.id, self.predicate, self.object.id

    @property
    def anchor(self) -> str:
        """The id that the evidence for it has in the page."""
        return f"tie-{self.number}"

    @property
    def query(self) -> str:
        """The query of its own page's address."""
        return "?" + urlencode(dict(zip(("subject", "predicate", "object"), self.key, strict=True)))

    @property
    def href(self) -> str:
        """Where the evidence for it is."""
        return addresses.RELATIONSHIPS + self.query if self.apart else f"#{self.anchor}"

    @property
    def asserted(self) -> list[Claim]:
        """The claims that say it holds."""
        return [claim for claim in self.claims if claim.polarity is Polarity.ASSERTED]

    @property
    def denied(self) -> list[Claim]:
        """The claims that say it does not."""
        return [claim for claim in self.claims if claim.polarity is Polarity.DENIED]

    @property
    def says(self) -> str:
        """The relationship in a sentence."""
        sure = "only denied" if self.confidence is None else f"confidence {self.confidence:.2f}"
        denials = f", {len(self.denied)} denied it" if self.denied and self.confidence is not None else ""
        return f"{self.subject.name} {self.words} {self.object.name}: {sure}{denials}"

    @property
    def words(self) -> str:
        """The predicate as it reads in a sentence."""
        if self.predicate is Predicate.LOCATED_IN and self.subject.type != "Incident":
            return "is in"
        return PREDICATES[self.predicate][0]

    @property
    def caption(self) -> str:
        """The predicate as it stands on a line."""
        return PREDICATES[self.predicate][1]

    def drawn(self, curve: str, head: str, middle: Point, caption: str | None = None) -> Link:
        """Return it as a shape that follows a curve; its caption is the predicate unless another is given."""
        return Link(
            kind=self.predicate,
            curve=curve,
            head=head,
            middle=middle,
            caption=self.caption if caption is None else caption,
            href=self.href,
            says=self.says,
            thickness=round(1 + 2 * (self.confidence or 0.3), 2),
            denials=len(self.denied),
            denied=self.confidence is None,
        )


async def claims_behind(inquiry: Inquiry, said: Iterable[Said]) -> list[Claim]:
    """Ask for the claims that stand behind relationships."""
    pairs = dict.fromkeys(map(key, said))
    return await inquiry.ask(questions.between(pairs)) if pairs else []


def tied(said: Iterable[Said], claims: Iterable[Claim]) -> list[Tie]:
    """Return the relationships, each once, with the claims about them; numbered in their order."""
    behind: dict[Key, dict[str, Claim]] = {}
    for claim in claims:
        behind.setdefault((claim.subject.id, claim.predicate, claim.object.id), {})[claim.id] = claim
    once = {key(one): one for one in reversed(list(said))}
    return [
        Tie(
            one.subject,
            one.predicate,
            one.object,
            one.confidence,
            one.documents,
            number,
            [*behind.get(each, {}).values()],
        )
        for number, (each, one) in enumerate(reversed(once.items()), start=1)
    ]


def key(one: Said | Claim) -> Key:
    """Return what a relationship or claim says, by ids."""
    return one.subject.id, one.predicate, one.object.id


def of_hop(hop: Hop) -> Said:
    """Return a step of an answer as a relationship."""
    return Said(
        subject=hop.source,
        predicate=hop.relation,
        object=hop.target,
        confidence=hop.confidence,
        documents=hop.documents,
    )


def of_relation(relation: Relation) -> Said:
    """Return a relationship of an entity's profile as one of ours."""
    return Said(
        subject=relation.subject,
        predicate=relation.predicate,
        object=relation.object,
        confidence=relation.confidence,
        documents=relation.documents,
    )
