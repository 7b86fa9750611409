"""One page that shows what was read in a text: the names, the incidents, the claims, and the parse of each sentence.

The page needs nothing beside it. What is marked in the text is the record; the parse is what extraction stood on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from spacy import displacy
from spacy.tokens import Doc, Span

from casus.records import Claim, Entity, Incident, Record

Marked = TypeVar("Marked", Entity, Incident)

_PARSE = {"compact": True, "distance": 90, "word_spacing": 30, "arrow_stroke": 1, "font": "inherit", "bg": "none"}


@dataclass(frozen=True)
class Piece:
    """A stretch of text in which nothing begins or ends, with what it is a mention of."""

    text: str
    entity: Entity | None
    incident: Incident | None


@dataclass(frozen=True)
class Sentence:
    """A sentence, with the claims that it is evidence of."""

    pieces: list[Piece]
    claims: list[Claim]
    parse: Markup  # an SVG drawing
    after: str  # the white space up to the next sentence


@dataclass(frozen=True)
class Reading:
    """A document as the page shows it."""

    record: Record
    sentences: list[Sentence]
    names: dict[str, str]  # what an entity's or an incident's id is called


def page(readings: Iterable[tuple[Record, Doc]]) -> str:
    """Return a page in HTML about documents: records with the parsed texts they were read from."""
    return _template().render(readings=(reading(record, doc) for record, doc in readings))


def reading(record: Record, doc: Doc) -> Reading:
    """Return what the page shows of a document."""
    return Reading(record, list(_sentences(record, doc)), _names(record))


def _sentences(record: Record, doc: Doc) -> Iterator[Sentence]:
    text = record.document.text
    marks = _Marks(record)
    sentences = [sentence for sentence in map(_without_spaces, doc.sents) if sentence]
    for sentence, following in pairwise([*sentences, None]):
        assert sentence is not None
        start, end = sentence.start_char, sentence.end_char
        yield Sentence(
            pieces=list(marks.pieces(start, end)),
            claims=[claim for claim in record.claims if any(a < end and b > start for a, b in claim.evidence)],
            parse=_drawing(sentence),
            after=text[end : following.start_char if following else len(text)],
        )


def _without_spaces(sentence: Span) -> Span | None:
    """Return a sentence without the white space at its ends; None if there is nothing else."""
    words = [token.i for token in sentence if not token.is_space]
    return sentence.doc[words[0] : words[-1] + 1] if words else None


def _drawing(sentence: Span) -> Markup:
    svg = displacy.render(sentence, style="dep", jupyter=False, options=_PARSE)
    return Markup(svg)  # noqa: S704  displaCy escapes what it draws


class _Marks:
    """What of a text is marked."""

    def __init__(self, record: Record) -> None:
        self._text = record.document.text
        self._entities = [(*span, entity) for entity in record.entities for span in entity.mentions]
        self._incidents = [(*span, incident) for incident in record.incidents for span in incident.mentions]

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield a sentence in pieces; of mentions that overlap, the shortest is shown."""
        edges = {start, end}
        for begin, stop, _ in (*self._entities, *self._incidents):
            edges.update(edge for edge in (begin, stop) if start < edge < end)
        for begin, stop in pairwise(sorted(edges)):
            yield Piece(self._text[begin:stop], _shortest(self._entities, begin), _shortest(self._incidents, begin))


def _shortest(mentions: Sequence[tuple[int, int, Marked]], place: int) -> Marked | None:
    around = [(end - start, marked) for start, end, marked in mentions if start <= place < end]
    return min(around, key=lambda each: each[0])[1] if around else None


def _names(record: Record) -> dict[str, str]:
    text = record.document.text
    names = {entity.id: entity.name for entity in record.entities}
    for incident in record.incidents:
        start, end = incident.mentions[0]
        names[incident.id] = text[start:end]
    return names


@cache
def _template() -> Template:
    folder = Path(__file__).parent
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("explain.html.jinja")
