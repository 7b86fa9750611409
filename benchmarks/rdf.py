"""Exports beside rdflib: from rows read to bytes written, the same statements in the same run, as TriG.

    python -m benchmarks.rdf [CLAIMS] [RDFLIB_CLAIMS]

Rows are made here as the statements in cypher/export give them: a document for every ten claims. Casus writes all of
them, rdflib (in memory, as it works) as many as are named second. Times are the processor's, so that other work on the
machine does not count.
"""

import resource
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from pyoxigraph import Literal, NamedNode, parse

from casus.rdf.documents import document
from casus.rdf.formats import Format
from casus.rdf.names import Names
from casus.rdf.terms import Block
from casus.rdf.write import write

NAMES = Names("https://example.org/id/")
A_DOCUMENT = 10
"""Claims a document makes."""


def main(claims: int, beside: int) -> None:
    """Print statements a second of both, and the most memory that Casus took."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.trig"
        ours, statements = _ours(claims, path)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"Casus   {statements / ours:10,.0f} statements/s  ({claims:,} claims, {statements:,} statements, "
              f"{path.stat().st_size / 1e6:,.0f} MB, {memory:,.0f} MB of memory)")  # fmt: skip
        theirs, statements_beside = _rdflib(beside, Path(folder) / "rdflib.trig")
        print(f"rdflib  {statements_beside / theirs:10,.0f} statements/s  ({beside:,} claims)")
        print(f"        {statements / ours / (statements_beside / theirs):10.1f} times as fast")


def _ours(claims: int, path: Path) -> tuple[float, int]:
    written = _Counted(claims)
    start = process_time()
    write(written.blocks(), path, Format.TRIG)
    return process_time() - start, written.statements


class _Counted:
    """Blocks of made-up documents, counted as they are taken."""

    def __init__(self, claims: int) -> None:
        self._claims = claims
        self.statements = 0

    def blocks(self) -> Iterator[Block]:
        for row in rows(self._claims):
            yield Block(NAMES.document(row["document"]["id"]), self._counted(row))

    def _counted(self, row: dict[str, Any]) -> Iterator[Any]:
        for triple in document(row, NAMES):
            self.statements += 1
            yield triple


def _rdflib(claims: int, path: Path) -> tuple[float, int]:
    """Return the time that rdflib takes to take in and write the same, without the time to make its terms."""
    import rdflib  # noqa: PLC0415 (its memory is not ours)

    with TemporaryDirectory() as folder:
        source = Path(folder) / "same.nq"
        write(_Counted(claims).blocks(), source, Format.N_QUADS)
        quads = [tuple(map(_term, (q.subject, q.predicate, q.object, q.graph_name))) for q in parse(path=source)]
    start = process_time()
    dataset = rdflib.Dataset()
    for subject, predicate, object_, graph in quads:
        dataset.graph(graph).add((subject, predicate, object_))
    dataset.serialize(path, format="trig")
    return process_time() - start, len(quads)


def _term(term: Any) -> Any:
    import rdflib  # noqa: PLC0415

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    assert isinstance(term, Literal)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))


def rows(claims: int) -> Iterator[dict[str, Any]]:
    """Yield rows as cypher/export/documents gives them."""
    for number in range(claims // A_DOCUMENT):
        yield _row(f"wire/{number:08}", number)


def _row(id: str, number: int) -> dict[str, Any]:
    spans = [[100 * place, 100 * place + 90] for place in range(A_DOCUMENT // 2)]
    actors = [f"org/group-{(number * 7 + place) % 5000}" for place in range(6)]
    return {
        "document": {
            "id": id,
            "title": f"Story {number}",
            "published": date(2020, 1, 1),
            "source": "The Wire",
            "url": None,
        },
        "mentions": [
            {"entity": actor, "starts": [100 * n], "ends": [100 * n + 9]} for n, actor in enumerate(actors[:5])
        ],
        "reports": [_report(id, number)],
        "passages": [
            {
                "sentence": f"The group {actors[n]} was armed by a state, said witness {number}.",
                "start": start,
                "end": end,
            }
            for n, (start, end) in enumerate(spans)
        ],
        "claims": [_claim(id, n, number, actors, spans) for n in range(A_DOCUMENT)],
    }


def _report(id: str, number: int) -> dict[str, Any]:
    return {
        "id": f"{id}/i1", "incident": f"incident/{number:016x}", "type": "ASSAULT", "mode": "aerial",
        "status": "occurred",
        "earliest": date(2020, 1, 1), "latest": date(2020, 1, 2), "killed_min": 3, "killed_max": 5,
        "words": ["strike"], "starts": [20], "ends": [26],
    }  # fmt: skip


def _claim(id: str, n: int, number: int, actors: list[str], spans: list[list[int]]) -> dict[str, Any]:
    of_incident = n % 2 == 0
    return {
        "id": f"{id}/c{n}", "predicate": "perpetrator" if of_incident else "backed-by", "polarity": "asserted",
        "confidence": 0.9, "rule": "arms", "support": [] if of_incident else ["weapons"],
        "subject": f"incident/{number:016x}" if of_incident else actors[n % 6], "object": actors[(n + 1) % 6],
        "subject_report": f"{id}/i1" if of_incident else None, "object_report": None, "speaker": None,
        "passages": [spans[n // 2]], "valid_from": date(2020, 1, 1), "valid_to": None,
    }  # fmt: skip


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    main(*(given + [1_000_000, 20_000][len(given) :]))
