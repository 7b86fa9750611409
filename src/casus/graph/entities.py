"""What is known of an entity: what all documents that mention it say together, whatever order they came in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, Self

from neo4j import ManagedTransaction

from casus.graph.names import fold
from casus.graph.statements import run
from casus.ontology import EntityType

_SURER_FIRST = [
    EntityType.STATE,
    EntityType.ARMED_GROUP,
    EntityType.ORGANISATION,
    EntityType.PERSON,
    EntityType.PLACE,
]


@dataclass(frozen=True)
class Known:
    """An entity's names, type, country and point (latitude and longitude), from one document or from several."""

    type: EntityType
    name: str
    names: frozenset[str]
    iso3: str | None
    point: tuple[float, ...] | None = None
    own: bool = True
    """Whether it is the entity's own name, or one that people take to be its."""

    @classmethod
    def read(cls, row: dict[str, Any]) -> Self:
        """Read it from a row of cypher/load/known or mentions_of."""
        point = tuple(row["point"]) if row["point"] else None
        return cls(EntityType(row["type"]), row["name"], frozenset(row["names"]), row["iso3"], point, row["own"])

    def joined(self, other: "Known") -> "Known":
        """Return what the two say together: the surest type, the longest name, all names, the first country and point.

        A name that is taken to be the entity's gives nothing but names, as long as the entity has a name of its own.
        The result does not depend on the order in which documents are joined.
        """
        if self.own != other.own:
            own = self if self.own else other
            return replace(own, names=self.names | other.names)
        return Known(
            type=min(self.type, other.type, key=_SURER_FIRST.index),
            name=max(self.name, other.name, key=lambda name: (len(name), name)),
            names=self.names | other.names,
            iso3=min(filter(None, (self.iso3, other.iso3)), default=None),
            point=min(filter(None, (self.point, other.point)), default=None),
            own=self.own,
        )


def describe(tx: ManagedTransaction, mentioned: set[str], forgotten: set[str], new: Iterable[dict[str, Any]]) -> None:
    """Write anew what is known of entities that documents of this load mention, or forgotten ones mentioned.

    Where nothing was forgotten, what new documents say is joined to what was known; only where something was is every
    mention read again, which costs as much as the entity is mentioned.
    """
    added = [{"id": row["kept"] or row["entity"], "own": row["kept"] is None, **row["says"]} for row in new]
    rows = [{**row, "names": [row["name"], *row["aliases"]]} for row in added if row["id"] not in forgotten]
    rows += run(tx, "load/known", entities=sorted(mentioned - forgotten))
    rows += run(tx, "load/mentions_of", entities=sorted(forgotten))
    by_id: dict[str, list[Known]] = {}
    for row in rows:
        by_id.setdefault(row["id"], []).append(Known.read(row))
    run(tx, "load/entities", rows=[_row(id, reduce(Known.joined, all_)) for id, all_ in sorted(by_id.items())])


def _row(id: str, known: Known) -> dict[str, Any]:
    says = {
        "type": known.type,
        "name": known.name,
        "names": sorted(known.names),
        "folded": sorted({fold(name) for name in known.names} - {""}),
        "iso3": known.iso3,
        "point": list(known.point) if known.point else None,
    }
    return {"id": id, "labels": known.type.labels, "says": says}
