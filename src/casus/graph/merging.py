"""Names that people judge to be one entity's: merged so that it can be taken back.

A merged name keeps its node, its mentions and its claims, and leads to the entity it is taken to be as a report leads
to its incident; what follows from the claims is computed for that entity.
"""

from collections.abc import Collection, Iterable, Mapping

from neo4j import ManagedTransaction

from casus.graph.clusters import Verdict
from casus.graph.entities import describe
from casus.graph.incidents import compare, reports_of
from casus.graph.statements import run

Pair = tuple[str, str, str]
"""Subject, predicate and object."""


def kept_of(tx: ManagedTransaction, ids: Iterable[str]) -> dict[str, str]:
    """Return for each id that people take to be another entity's that entity; the others are left out."""
    step: dict[str, str] = {}
    new = set(ids)
    while new:
        judged = [row for row in run(tx, "identity/verdicts", ids=sorted(new)) if row["verdict"] == Verdict.SAME]
        pairs = {(_name(row), row["kept"]) for row in judged if row["kept"]}
        found = {name: kept for name, kept in sorted(pairs, reverse=True) if name in new}
        step |= found
        new = set(found.values()) - step.keys()
    return {id: _root(step, id) for id in step}


def rearrange(tx: ManagedTransaction, ids: Collection[str]) -> tuple[set[str], set[Pair], list[str]]:
    """Merge and part the names that were judged anew.

    Returns the entities that came, changed or went, the pairs that claims about them connect, and the reports about
    them, whose judgements are made anew.
    """
    before = {row["id"]: row["kept"] for row in run(tx, "identity/group", ids=sorted(ids))}
    after = {id: id for id in before} | kept_of(tx, before)
    moved = sorted(id for id in before if before[id] != after[id])
    pairs, reports = _around(tx, moved)
    run(tx, "identity/part", ids=[id for id in moved if before[id] != id])
    run(tx, "identity/merge", rows=[{"id": id, "kept": after[id]} for id in moved if after[id] != id])
    entities = {kept for id in moved for kept in (before[id], after[id])}
    describe(tx, entities, entities, [])
    pairs |= _around(tx, moved)[0]
    run(tx, "identity/parts", reports=reports)
    run(tx, "identity/forget_compared", reports=reports)
    compare(tx, reports_of(tx, reports))
    return entities, pairs, reports


def _around(tx: ManagedTransaction, ids: list[str]) -> tuple[set[Pair], list[str]]:
    rows = run(tx, "identity/around", ids=ids)
    pairs = {(subject, predicate, object_) for row in rows for subject, predicate, object_ in row["pairs"]}
    return pairs, sorted({id for row in rows for id in row["reports"]})


def _root(step: Mapping[str, str], id: str) -> str:
    """Return where the steps lead; judgements that lead in a circle are refused when they are made."""
    seen = {id}
    while (to := step.get(id, id)) not in seen:
        seen.add(to)
        id = to
    return id


def _name(row: Mapping[str, str]) -> str:
    return row["other"] if row["kept"] == row["one"] else row["one"]
