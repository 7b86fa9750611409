"""JSON Lines of documents and of records."""

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casus.errors import BadInput, BadRecord, CasusError, Unreadable
from casus.reading import read, read_records
from casus.records import Document, Record


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    return tmp_path / "news.jsonl"


def write(path: Path, *objects: dict[str, Any]) -> None:
    path.write_text("".join(json.dumps(one) + "\n" for one in objects))


def test_a_line_is_a_document_and_unknown_keys_are_passed_over(lines: Path) -> None:
    write(lines, {"id": "d1", "text": "Rockets fell.", "published": "2019-12-28", "title": "T", "gold": {"claims": []}})
    assert list(read([lines])) == [Document(id="d1", text="Rockets fell.", published=date(2019, 12, 28), title="T")]


def test_text_is_kept_exactly_as_given(lines: Path) -> None:
    text = "  The cityâ€™s\r\nmayor\u2028said ﬁre.\n\n"
    write(lines, {"id": "d1", "text": text})
    assert [document.text for document in read([lines])] == [text]


def test_a_source_that_is_no_text_is_passed_over(lines: Path) -> None:
    write(lines, {"id": "d1", "text": "Rockets fell.", "source": {"path": "a.txt"}})
    assert [document.source for document in read([lines])] == [None]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "d2", "text": ', "record: Invalid JSON"),
        ('{"id": "d2"}', "text: Field required"),
        ('{"text": "Rockets fell."}', "id: Field required"),
        ('{"id": "", "text": "Rockets fell."}', "id: String should have at least 1 character"),
        ('{"id": "d2", "text": " "}', "text: there is no text in it"),
        ('{"id": "d2", "text": 3}', "text: "),
        ('{"id": "d2", "text": "T", "published": "2019-13-01"}', "published: '2019-13-01' is not a date such as"),
        ('"text"', "record: "),
        ('{"id": "d2", "text": "\\ud800"}', "record: "),
    ],
)
def test_a_malformed_line_is_reported_with_its_number_and_the_others_go_on(
    lines: Path, line: str, message: str
) -> None:
    lines.write_text(f'{{"id": "d1", "text": "One."}}\n\n{line}\n{{"id": "d3", "text": "Three."}}')
    errors: list[CasusError] = []
    assert [document.id for document in read([lines], errors.append)] == ["d1", "d3"]
    (error,) = errors
    assert isinstance(error, BadInput)
    assert str(error).startswith(f"{lines}:3: {message}")


def test_a_line_in_another_encoding_is_reported_and_the_others_go_on(lines: Path) -> None:
    lines.write_bytes(b'{"id": "d1", "text": "caf\xe9"}\n{"id": "d2", "text": "Two."}\n')
    errors: list[CasusError] = []
    assert [document.id for document in read([lines], errors.append)] == ["d2"]
    assert str(errors[0]).startswith(f"{lines}:1: ")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_understood(lines: Path, encoding: str) -> None:
    lines.write_text('{"id": "d1", "text": "Café."}\n{"id": "d2", "text": "Two."}\n', encoding)
    assert [document.text for document in read([lines])] == ["Café.", "Two."]


@pytest.mark.parametrize("content", ['[{"id": "d1", "text": "One."}]', '{\n  "id": "d1",\n  "text": "One."\n}'])
def test_json_that_is_not_one_object_a_line_is_told_so_once(lines: Path, content: str) -> None:
    lines.write_text(content)
    errors: list[CasusError] = []
    assert list(read([lines], errors.append)) == []
    (error,) = errors
    assert isinstance(error, Unreadable)
    assert "one object a line" in str(error)


def test_documents_come_before_the_stream_has_ended() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            line = b'{"id": "d", "text": "Rockets fell."}\n'
            buffer[: len(line)] = line
            return len(line)

    documents: Iterator[Document] = read(["-"], stdin=io.BufferedReader(Endless()))
    assert [next(documents).id for _ in range(3)] == ["d", "d", "d"]


def test_records_come_back_as_they_were_written(lines: Path) -> None:
    record = Record(document=Document(id="d1", text="Rockets fell."))
    lines.write_text(record.line + "\n")
    assert list(read_records([lines])) == [record]


def test_a_malformed_record_is_reported_with_its_field_and_the_others_go_on(lines: Path) -> None:
    lines.write_text(
        '{"document": {"id": "d1", "text": "One.", "published": "soon"}}\n{"document": {"id": "d2", "text": "Two."}}\n'
    )
    errors: list[CasusError] = []
    assert [record.document.id for record in read_records([lines], errors.append)] == ["d2"]
    assert isinstance(errors[0], BadRecord)
    assert str(errors[0]).startswith(f"{lines}:1: document.published: ")
