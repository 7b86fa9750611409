"""The IRIs of what the graph holds: each is the base and an id, so that the same thing has the same IRI everywhere."""

from dataclasses import dataclass
from urllib.parse import quote

from rdflib import URIRef

from casus.graph.answers import Quote
from casus.ontology import Predicate


@dataclass(frozen=True)
class Names:
    """IRIs under one base, as `https://w3id.org/casus/id/`."""

    base: str

    def of(self, id: str) -> URIRef:
        """Name an entity or incident, whose id says its kind itself: `state/IRN`, `incident/0b1c…`."""
        return URIRef(self.base + quote(id, safe="/"))

    def document(self, id: str) -> URIRef:
        """Name a document."""
        return self.of(f"document/{id}")

    def report(self, id: str) -> URIRef:
        """Name a document's telling of an incident."""
        return self.of(f"report/{id}")

    def claim(self, id: str) -> URIRef:
        """Name a claim."""
        return self.of(f"claim/{id}")

    def publisher(self, name: str) -> URIRef:
        """Name who published a document."""
        return self.of(f"publisher/{name}")

    def passage(self, quoted: Quote) -> URIRef:
        """Name a passage of a document by its offsets, as a text fragment of RFC 5147."""
        return self.document(quoted.document) + f"#char={quoted.start},{quoted.end}"

    def role(self, incident: str, predicate: Predicate, actor: str) -> URIRef:
        """Name the part that an actor has in an incident."""
        return self.of(incident) + f"#{predicate}/{quote(actor, safe='/')}"
