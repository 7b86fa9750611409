"""One thing's triples, for those who follow its IRI: `described(graph, id)`."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from casus.errors import NotFound
from casus.graph import Graph
from casus.rdf.describe import dataset, distributions
from casus.rdf.dump import entities, incidents, sayings
from casus.rdf.names import Names
from casus.rdf.terms import Block, Triple

WHOLE = "dataset"
"""The id of all that the graph holds."""


def described(graph: Graph, id: str, *, base_iri: str, address: str) -> list[Block]:
    """Return what there is to say of the thing whose IRI is the base and this id; `address` is the server's.

    A document's are all that it says, a claim's or report's also the words that it quotes. Raises NotFound.
    """
    names = Names(base_iri)
    found = [Block(graph_, triples) for graph_, about in _found(graph, id, names, address) if (triples := list(about))]
    if not found:
        raise NotFound(f"nothing has the id {id!r}; /v1/entities?q=… searches by name")
    return found


def _found(graph: Graph, id: str, names: Names, address: str) -> Iterator[Block]:
    kind, _, own = id.partition("/")
    if id == WHOLE:
        yield Block(None, [*dataset(graph, names), *distributions(names.dataset, address)])
    elif kind == "document":
        yield from sayings(graph, names, (own, own))
    elif kind in {"claim", "report"}:
        document = own.rpartition("/")[0]
        for block in sayings(graph, names, (document, document)):
            yield Block(block.graph, _about(names.of(id), list(block.triples)))
    elif kind == "incident":
        yield from incidents(graph, names, (id, id))
    else:
        yield from entities(graph, names, (id, id))


def _about(node: NamedNode, triples: list[Triple]) -> list[Triple]:
    """Return what is said of a thing, and of the passages that it leads to."""
    said = [triple for triple in triples if triple[0] == node]
    quoted = {object_ for _, _, object_ in said if isinstance(object_, NamedNode) and "#char=" in object_.value}
    return said + [triple for triple in triples if triple[0] in quoted]
