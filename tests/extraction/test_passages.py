"""What short passages claim, and what they must not: a table of texts in passages.jsonl, read by one test."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casus.pipeline import Pipeline
from casus.records import Document, Incident, Record
from casus.settings import Settings

PASSAGES = [
    json.loads(line) for line in Path(__file__).with_name("passages.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline(Settings(_env_file=None))


def _record(passage: dict[str, Any], pipeline: Pipeline) -> Record:
    published = date.fromisoformat(passage["published"]) if "published" in passage else None
    document = Document(id="passage", text=passage["text"], published=published)
    return next(iter(pipeline.extract([document])))


def _words(incident: Incident, record: Record) -> list[str]:
    return [record.document.text[start:end] for start, end in incident.mentions]


def _told(record: Record, word: str) -> Incident:
    found = [one for one in record.incidents if any(word in words for words in _words(one, record))]
    assert found, f"no incident is told by {word!r}: {[_words(one, record) for one in record.incidents]}"
    return found[0]


def _said(record: Record) -> set[str]:
    """Every claim in words, once for each word that tells of its incidents."""
    names = {one.id: [word for words in _words(one, record) for word in words.split()] for one in record.incidents}
    return {
        f"{subject} {claim.predicate} {target}" + (" denied" if claim.polarity == "denied" else "")
        for claim in record.claims
        for subject in names.get(claim.subject, [claim.subject])
        for target in names.get(claim.object, [claim.object])
    }


@pytest.mark.parametrize("passage", PASSAGES, ids=[one["name"] for one in PASSAGES])
def test_a_passage_claims_what_it_says_and_nothing_else_of_note(passage: dict[str, Any], pipeline: Pipeline) -> None:
    record = _record(passage, pipeline)
    said = _said(record)
    asserted = {one for one in said if not one.endswith(" denied")}

    assert set(passage["claims"]) <= said
    assert not [one for one in asserted for never in passage.get("never", []) if never in one]
    recorded = {one.id for one in record.entities}
    assert set(passage.get("entities", [])) <= recorded
    assert not recorded & set(passage.get("no_entities", []))
    told = {word for one in record.incidents for words in _words(one, record) for word in words.split()}
    assert not told & set(passage.get("untold", []))
    for expected in passage.get("incidents", []):
        _check(_told(record, expected["word"]), expected)


def _check(incident: Incident, expected: dict[str, Any]) -> None:
    assert (incident.type, incident.status) == (expected["type"], expected["status"])
    assert incident.mode == expected.get("mode", incident.mode)
    if "date" in expected:
        assert incident.date is not None
        assert incident.date.earliest.isoformat() == incident.date.latest.isoformat() == expected["date"]
    for kind in ("killed", "wounded"):
        if kind in expected:
            toll = getattr(incident, kind)
            assert toll is not None
            assert [toll.min, toll.max] == expected[kind]
