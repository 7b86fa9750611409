"""The IRIs of what the graph holds: each is the base and an id, so that the same thing has the same IRI everywhere."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from casus.ontology import Predicate


@dataclass(frozen=True)
class Names:
    """IRIs under one base, as `https://w3id.org/casus/id/`."""

    base: str

    def of(self, id: str) -> NamedNode:
        """Name an entity or incident, whose id says its kind itself: `state/IRN`, `incident/0b1c…`."""
        return _named(self.base, id)

    @property
    def dataset(self) -> NamedNode:
        """Name all that the graph holds, as a data set."""
        return NamedNode(f"{self.base}dataset")

    def document(self, id: str) -> NamedNode:
        """Name a document, and the graph of what it says."""
        return NamedNode(f"{self.base}document/{_quoted(id)}")

    def report(self, id: str) -> NamedNode:
        """Name a document's telling of an incident."""
        return NamedNode(f"{self.base}report/{_quoted(id)}")

    def claim(self, id: str) -> NamedNode:
        """Name a claim."""
        return NamedNode(f"{self.base}claim/{_quoted(id)}")

    def judgement(self, id: str) -> NamedNode:
        """Name what a person judged."""
        return NamedNode(f"{self.base}judgement/{_quoted(id)}")

    def publisher(self, name: str) -> NamedNode:
        """Name who published a document."""
        return _named(self.base, f"publisher/{name}")

    def passage(self, document: NamedNode, start: int, end: int) -> NamedNode:
        """Name a passage of a document by its offsets, as a text fragment of RFC 5147."""
        return NamedNode(f"{document.value}#char={start},{end}")

    def reading(self, document: NamedNode) -> NamedNode:
        """Name the activity that read a document."""
        return NamedNode(f"{document.value}#reading")

    def role(self, incident: NamedNode, predicate: Predicate, actor: str) -> NamedNode:
        """Name the part that an actor has in an incident."""
        return NamedNode(f"{incident.value}#{predicate}/{_quoted(actor)}")

    def point(self, place: NamedNode) -> NamedNode:
        """Name the point on the map where a place is."""
        return NamedNode(f"{place.value}#point")

    def id_of(self, iri: str, kind: str = "") -> str:
        """Return the id that an IRI was made from; `kind` is the part before it, as `document/`.

        Raises ValueError for an IRI that is not one of these.
        """
        if not iri.startswith(self.base + kind):
            raise ValueError(f"{iri} does not begin with {self.base}{kind}")
        return unquote(iri[len(self.base + kind) :])


@lru_cache(maxsize=65536)
def _named(base: str, id: str) -> NamedNode:
    return NamedNode(base + _quoted(id))


def _quoted(id: str) -> str:
    return quote(id, safe="/")
