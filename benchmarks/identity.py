"""How well reports of one event are taken together: texts -> extraction -> graph -> incidents, beside what is right.

    python -m benchmarks.identity [--show]

benchmarks/identity/reports.jsonl has 60 texts of own words on 20 events, three tellings each, with neighbours that
could be taken for one another: the same place a day later, another target on the same day, the strike that answers. In
them `{event:word}` marks the word that tells of an event. Pairs of marked words of different texts are counted:
precision is how many of those in one incident should be, recall how many of those that should be are. A word in which
no incident is read is in none. `--show` names the pairs that are wrong.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from casus.graph import Graph, queries
from casus.graph.embedded import server
from casus.graph.rows import within
from casus.pipeline import extract
from casus.records import Document, Record
from casus.settings import Settings

REPORTS = Path(__file__).parent / "identity" / "reports.jsonl"
MARKED = re.compile(r"\{(?P<event>[\w-]+):(?P<words>[^}]+)\}")
Span = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """A word that tells of an event, and the report that extraction made of it."""

    document: str
    event: str
    words: str
    report: str | None


def main() -> None:
    """Print one figure a line."""
    texts = [json.loads(line) for line in REPORTS.read_text("utf-8").splitlines()]
    marked = {text["id"]: _marks(text["text"]) for text in texts}
    documents = [Document(**{**text, "text": MARKED.sub(r"\g<words>", text["text"])}) for text in texts]
    records = list(extract(documents))
    marks = [mark for record in records for mark in _found(record, marked[record.document.id])]
    incidents = _incidents(records)
    pairs = [(one, other) for one, other in combinations(marks, 2) if one.document != other.document]
    right = {pair for pair in pairs if pair[0].event == pair[1].event}
    made = {pair for pair in pairs if _together(incidents, *pair)}
    print(f"texts       {len(texts):6}   events {len({mark.event for mark in marks})}, marked words {len(marks)}")
    print(f"unread      {sum(mark.report is None for mark in marks):6}   marked words in which no incident is read")
    print(f"precision   {len(made & right) / len(made):6.3f}   {len(made & right)} of {len(made)} pairs")
    print(f"recall      {len(made & right) / len(right):6.3f}   {len(made & right)} of {len(right)} pairs")
    if "--show" in sys.argv:
        _show("joined", made - right)
        _show("missed", right - made)


def _marks(text: str) -> list[tuple[str, str, Span]]:
    """Return event, words and place in the text without marks, of each mark."""
    found, taken = [], 0
    for mark in MARKED.finditer(text):
        start = mark.start() - taken
        found.append((mark["event"], mark["words"], (start, start + len(mark["words"]))))
        taken += len(mark[0]) - len(mark["words"])
    return found


def _found(record: Record, marks: list[tuple[str, str, Span]]) -> Iterator[Mark]:
    for event, words, (start, end) in marks:
        incidents = (
            incident for incident in record.incidents for one, other in incident.mentions if one < end and start < other
        )
        incident = next(incidents, None)
        yield Mark(record.document.id, event, words, within(record, incident.id) if incident else None)


def _incidents(records: list[Record]) -> dict[str, str]:
    """Load the records into a graph of their own and return the incident of each report."""
    with TemporaryDirectory() as folder:
        settings = Settings(_env_file=None, neo4j_uri=None, data_dir=Path(folder), server_start=300, query_time=60)
        try:
            with Graph.open(settings) as graph:
                graph.load(records)
                return {report.id: report.incident for report in graph.each(queries.reports)}
        finally:
            server.stop(settings)


def _together(incidents: dict[str, str], one: Mark, other: Mark) -> bool:
    return bool(one.report and other.report) and incidents[one.report] == incidents[other.report]


def _show(what: str, pairs: set[tuple[Mark, Mark]]) -> None:
    for one, other in sorted(pairs, key=str):
        print(f"{what}  {one.document} “{one.words}” ({one.event})  {other.document} “{other.words}” ({other.event})")


if __name__ == "__main__":
    main()
