"""Records into the graph: a batch of documents in one transaction, and nothing of it where that fails.

Loading a document again replaces what it said. What a document says is first written as it stands (mentions, reports,
passages, claims); everything that several documents say together (names, incidents, plain relationships) is computed
from that, anew for whatever the batch touches.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from neo4j import ManagedTransaction

from casus.graph import rows
from casus.graph.answers import Loaded
from casus.graph.entities import describe
from casus.graph.incidents import Settled, compare, settle
from casus.graph.merging import Pair, kept_of
from casus.graph.relations import Said, grown, relation
from casus.graph.statements import native, run
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


@dataclass(frozen=True)
class Added:
    """What new documents say, as it was written: reports by id, and rows of claims."""

    reports: dict[str, rows.Row] = field(default_factory=dict)
    claims: list[rows.Row] = field(default_factory=list)
    kept: rows.Kept = field(default_factory=dict)

    def said(self, of: Mapping[str, str], least: float) -> dict[Pair, list[Said]]:
        """Return what the claims say of each pair that count, by which incidents reports are of."""
        found: dict[Pair, list[Said]] = defaultdict(list)
        for row in self.claims:
            subject, object_ = (self._end(row[end], of) for end in ("subject", "object"))
            about = found[subject, row["says"]["predicate"], object_]
            if row["says"]["confidence"] >= least:
                about.append(Said.written(row))
        return found

    def _end(self, end: rows.Row, of: Mapping[str, str]) -> str:
        [(kind, id)] = end.items()
        return of[id] if kind == "report" else self.kept.get(id, id)


NOTHING = Added()


def load_batch(tx: ManagedTransaction, records: Sequence[Record], least: float, mark: Mark | None = None) -> Loaded:
    """Load records in one transaction; of two with the same document id, the last. `least`: see cypher/load/said."""
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
    run(tx, "load/forget", documents=old)
    run(tx, "load/documents", rows=[rows.document(record) for record in new])
    kept = kept_of(tx, {entity.id for record in new for entity in record.entities})
    mentions = [row for record in new for row in rows.mentions(record, kept)]
    run(tx, "load/mentions", rows=mentions)
    describe(tx, {row["kept"] or row["entity"] for row in mentions}, touched.entities, mentions)
    added = _write(tx, new, kept)
    compare(tx, added.reports.values())
    follow(tx, touched, least, added)


def follow(tx: ManagedTransaction, touched: Touched, least: float, added: Added = NOTHING) -> None:
    """Compute what follows for incidents and relationships from what was touched and what was added."""
    settled = settle(tx, added.reports.values(), touched.incidents)
    _derive(tx, touched.pairs, added, settled, least)
    run(tx, "load/sweep_entities", entities=sorted(touched.entities))
    run(tx, "load/sweep_incidents", incidents=sorted(settled.before - settled.incidents.keys()))


def _touched(tx: ManagedTransaction, documents: list[str]) -> Touched:
    touched = Touched()
    for row in run(tx, "load/touched", documents=documents):
        touched.entities |= set(row["entities"])
        touched.incidents |= set(row["incidents"])
        touched.pairs |= {(subject, predicate, object_) for subject, predicate, object_ in row["pairs"]}
    return touched


def _write(tx: ManagedTransaction, records: Sequence[Record], kept: rows.Kept) -> Added:
    """Write reports, passages and claims."""
    reports = [row for record in records for row in rows.reports(record, kept)]
    claims = [row for record in records for row in rows.claims(record, kept)]
    run(tx, "load/reports", rows=reports)
    run(tx, "load/passages", rows=[row for record in records for row in rows.passages(record)])
    run(tx, "load/claims", rows=claims)
    told = [{**row["says"], "document": row["document"], "published": row["published"]} for row in reports]
    return Added({report["id"]: {**report, "incident": None} for report in told}, claims, kept)


def _derive(tx: ManagedTransaction, pairs: set[Pair], added: Added, settled: Settled, least: float) -> None:
    """Compute the plain relationships anew between all that was touched.

    Of an incident that only new documents tell of all claims are at hand; of others they are read, unless new documents
    only say once more what is as sure as can be.
    """
    said, fresh = added.said(settled.of, least), settled.fresh(added.reports)
    new = {pair: relation(claims, settled.days(pair[0])) for pair, claims in said.items() if pair[0] in fresh}
    more = {pair: said[pair] for pair in said.keys() - pairs if pair[0] not in settled.incidents}
    derived = new | _grown(tx, more)
    old = (pairs | said.keys() | _about(tx, (settled.incidents.keys() | settled.before) - fresh)) - derived.keys()
    _relate(tx, derived | _read(tx, old, least))
    parts = {subject for subject, predicate, _ in derived.keys() | old if predicate in _PARTS}
    _meet(tx, settled.incidents.keys() | settled.before | parts)


def _about(tx: ManagedTransaction, incidents: set[str]) -> set[Pair]:
    """Return what claims and relationships about incidents connect."""
    rows = run(tx, "load/pairs", incidents=sorted(incidents))
    return {(row["subject"], row["predicate"], row["object"]) for row in rows}


def _read(tx: ManagedTransaction, pairs: set[Pair], least: float) -> dict[Pair, rows.Row | None]:
    """Return the relationships of pairs, from all claims about them that are in the graph."""
    derived: dict[Pair, rows.Row | None] = dict.fromkeys(pairs)
    for row in map(native, run(tx, "load/said", rows=[_named(pair) for pair in sorted(pairs)], least=least)):
        pair = row["subject"], row["predicate"], row["object"]
        derived[pair] = relation([Said.read(native(one)) for one in row["said"]], (row["earliest"], row["latest"]))
    return derived


def _grown(tx: ManagedTransaction, said: Mapping[Pair, list[Said]]) -> dict[Pair, rows.Row | None]:
    """Return the relationships among pairs that need not be read again, with what new documents say of them."""
    asked = [{**_named(pair), "type": Predicate(pair[1]).relationship} for pair in sorted(said)]
    found: dict[Pair, rows.Row | None] = {}
    for row in map(native, run(tx, "load/sure", rows=asked)):
        pair = row["subject"], row["predicate"], row["object"]
        if says := grown(row | {"says": native(row["says"])}, said[pair]):
            found[pair] = says
    return found


def _relate(tx: ManagedTransaction, derived: Mapping[Pair, rows.Row | None]) -> None:
    """Write relationships, and delete those that are none any more; nothing is related to itself."""
    related = [
        {"subject": subject, "type": Predicate(predicate).relationship, "object": object_, "says": says}
        for (subject, predicate, object_), says in sorted(derived.items(), key=itemgetter(0))
    ]
    made = [row for row in related if row["says"] and row["subject"] != row["object"]]
    run(tx, "load/unrelate", rows=[row for row in related if not row["says"]])
    run(tx, "load/relations", rows=made)


def _named(pair: Pair) -> rows.Row:
    return dict(zip(("subject", "predicate", "object"), pair, strict=True))


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
