"""The page that shows what was read in a text."""

import re
from html.parser import HTMLParser

import pytest
import spacy
from spacy.tokens import Doc

from casus.explain import page, reading
from casus.ontology import EntityType, EventType, Predicate, Status
from casus.records import Claim, Document, Entity, Incident, Record

TEXT = "Guards of <Iran> shelled Erbil. Nobody was hurt.\n\nIraq protested."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


RECORD = Record(
    document=Document(id="d1", text=TEXT, title="A & B"),
    entities=[
        Entity(id="org/guards", type=EntityType.ARMED_GROUP, name="the Guards", mentions=[span("Guards of <Iran>")]),
        Entity(id="state/IRN", type=EntityType.STATE, name="Iran", mentions=[span("Iran")]),
    ],
    incidents=[
        Incident(id="e1", type=EventType.ASSAULT, status=Status.OCCURRED, mentions=[span("shelled Erbil")]),
    ],
    claims=[
        Claim(
            id="c1",
            subject="e1",
            predicate=Predicate.PERPETRATOR,
            object="org/guards",
            confidence=0.9,
            evidence=[span("Guards of <Iran> shelled Erbil.")],
        ),
    ],
)


@pytest.fixture(scope="module")
def doc() -> Doc:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(TEXT)
    heads = [sentence.start for sentence in doc.sents for _ in sentence]
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    return Doc(nlp.vocab, words=words, spaces=spaces, heads=heads, deps=["dep"] * len(doc))


class Shown(HTMLParser):
    """Collects the text of the part that shows a document, and fails on a tag that is closed wrongly."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.feed_text = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("class", "text") in attrs:
            self.feed_text = True
        if tag not in {"meta", "path", "textpath"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"path", "textpath"}:
            return
        assert self.open.pop() == tag
        if self.open == ["html", "article"]:
            self.feed_text = False

    def handle_data(self, data: str) -> None:
        if self.feed_text and "template" not in self.open:
            self.text += data


def test_the_text_is_shown_whole_and_nothing_in_it_is_taken_for_html(doc: Doc) -> None:
    shown = Shown()
    shown.feed(page([(RECORD, doc)]))
    assert shown.text == TEXT
    assert shown.open == []


def test_within_a_name_the_shorter_name_is_marked(doc: Doc) -> None:
    pieces = reading(RECORD, doc).sentences[0].pieces
    assert [(piece.text, piece.entity and piece.entity.id) for piece in pieces][:3] == [
        ("Guards of <", "org/guards"),
        ("Iran", "state/IRN"),
        (">", "org/guards"),
    ]


def test_an_incident_is_marked_where_it_is_told(doc: Doc) -> None:
    pieces = reading(RECORD, doc).sentences[0].pieces
    assert [piece.text for piece in pieces if piece.incident] == ["shelled Erbil"]


def test_a_claim_leads_to_its_sentences(doc: Doc) -> None:
    html = page([(RECORD, doc)])
    assert re.findall(r'data-claims="([^"]*)"', html) == ["1/c1 ", "", ""]
    assert 'data-claim="1/c1"' in html


def test_a_sentence_has_a_drawing_of_its_parse(doc: Doc) -> None:
    drawn = [sentence.parse for sentence in reading(RECORD, doc).sentences]
    assert [word in svg for svg, word in zip(drawn, ["Erbil", "hurt", "Iraq"], strict=True)] == [True] * 3
    assert all(svg.startswith("<svg") for svg in drawn)


def test_a_text_without_words_has_a_page(doc: Doc) -> None:
    empty = Record(document=Document(id="d2", text=" \n"))
    assert "d2" in page([(empty, Doc(doc.vocab, words=[" \n"], spaces=[False], sent_starts=[True]))])
