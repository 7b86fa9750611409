"""Records into the graph: a batch of documents in one transaction, and nothing of it where that fails.

Loading a document again replaces what it said. What a document says is first written as it stands (mentions, reports,
passages, claims); everything that several documents say together (names, incidents, plain relationships) is computed
from that, anew for whatever the batch touches.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from neo4j import ManagedTransaction

from casus.graph import rows
from casus.graph.answers import Loaded
from casus.graph.entities import describe
from casus.graph.incidents import compare, settle
from casus.graph.merging import Pair, kept_of
from casus.graph.statements import run
from casus.ontology import Predicate
from casus.records import Document, Record

Mark = Callable[[Document], str]

_PARTS = {Predicate.PERPETRATOR, Predicate.TARGET}


@dataclass
class Touched:
    """What a load changes beyond the documents themselves."""

    entities: set[str] = field(default_factory=set)
    incidents: set[str] = field(default_factory=set)
    pairs: set[Pair] = field(default_factory=set)


def load_batch(tx: ManagedTransaction, records: Sequence[Record], least: float, mark: Mark | None = None) -> Loaded:
    """Load records in one transaction; of two with the same document id, the last. `least`: see cypher/load/derive."""
    run(tx, "graph/lock")
    by_id = {record.document.id: record for record in records}
    before = {row["id"]: row["digest"] for row in run(tx, "load/digests", documents=sorted(by_id))}
    changed = [record for id, record in sorted(by_id.items()) if before.get(id) != rows.digest(record)]
    replaced = [record.document.id for record in changed if record.document.id in before]
    if changed:
        _replace(tx, replaced, changed, least)
    if mark:
        run(tx, "load/mark", rows=[{"id": id, "mark": mark(record.document)} for id, record in sorted(by_id.items())])
    run(tx, "graph/unlock")
    new, unchanged = len(changed) - len(replaced), len(by_id) - len(changed)
    return Loaded(new=new, replaced=len(replaced), unchanged=unchanged, **_said(by_id.values()))


def retract(tx: ManagedTransaction, document: str, least: float) -> bool:
    """Take a document out of the graph with all that only it supported; false: there is none of this id."""
    run(tx, "graph/lock")
    known = bool(run(tx, "load/digests", documents=[document]))
    if known:
        _replace(tx, [document], [], least)
    run(tx, "graph/unlock")
    return known


def _replace(tx: ManagedTransaction, old: list[str], new: Sequence[Record], least: float) -> None:
    """Forget the old documents, write the new ones, and compute what follows from both."""
    touched = _touched(tx, old)
    forgotten = set(touched.entities)
    run(tx, "load/forget", documents=old)
    run(tx, "load/documents", rows=[rows.document(record) for record in new])
    kept = kept_of(tx, {entity.id for record in new for entity in record.entities})
    mentions = [row for record in new for row in rows.mentions(record, kept)]
    run(tx, "load/mentions", rows=mentions)
    touched.entities |= {row["kept"] or row["entity"] for row in mentions}
    describe(tx, touched.entities, forgotten, mentions)
    touched.pairs |= _write(tx, new, kept)
    reports = [rows.within(record, incident.id) for record in new for incident in record.incidents]
    compare(tx, reports)
    follow(tx, reports, touched, least)


def follow(tx: ManagedTransaction, reports: list[str], touched: Touched, least: float) -> None:
    """Compute what follows for incidents and relationships from new reports and from what was touched."""
    touched.incidents = settle(tx, reports, touched.incidents)
    _derive(tx, touched, least)
    run(tx, "load/sweep_entities", entities=sorted(touched.entities))
    run(tx, "load/sweep_incidents", incidents=sorted(touched.incidents))


def _touched(tx: ManagedTransaction, documents: list[str]) -> Touched:
    touched = Touched()
    for row in run(tx, "load/touched", documents=documents):
        touched.entities |= set(row["entities"])
        touched.incidents |= set(row["incidents"])
        touched.pairs |= {(subject, predicate, object_) for subject, predicate, object_ in row["pairs"]}
    return touched


def _write(tx: ManagedTransaction, records: Sequence[Record], kept: rows.Kept) -> set[Pair]:
    """Write reports, passages and claims; return the pairs of entities that the claims are about."""
    run(tx, "load/reports", rows=[row for record in records for row in rows.reports(record, kept)])
    run(tx, "load/passages", rows=[row for record in records for row in rows.passages(record)])
    run(tx, "load/claims", rows=[row for record in records for row in rows.claims(record, kept)])
    return {pair for record in records for pair in rows.pairs(record, kept)}


def _derive(tx: ManagedTransaction, touched: Touched, least: float) -> None:
    """Compute the plain relationships anew between all that was touched."""
    about = run(tx, "load/pairs", incidents=sorted(touched.incidents))
    pairs = touched.pairs | {(row["subject"], row["predicate"], row["object"]) for row in about}
    derived = [
        {"subject": subject, "predicate": predicate, "type": Predicate(predicate).relationship, "object": object_}
        for subject, predicate, object_ in sorted(pairs)
    ]
    run(tx, "load/derive", rows=derived, least=least)
    _meet(tx, touched.incidents | {subject for subject, predicate, _ in pairs if predicate in _PARTS})


def _meet(tx: ManagedTransaction, incidents: set[str]) -> None:
    """Note anew who met whom in incidents, and how sure the surest of their incidents is."""
    meetings = [row["meeting"] for row in run(tx, "load/meetings", incidents=sorted(incidents))]
    run(tx, "load/surest", meetings=meetings)
    run(tx, "load/sweep_meetings", meetings=meetings)


def _said(records: Iterable[Record]) -> dict[str, int]:
    """Count what records say; an entity that several mention counts once."""
    said = list(records)
    return {
        "entities": len({entity.id for record in said for entity in record.entities}),
        "reports": sum(len(record.incidents) for record in said),
        "claims": sum(len(record.claims) for record in said),
    }
