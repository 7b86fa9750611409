"""What is said of each thing in some quads, for reading them back."""

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple


class Node:
    """What is said of one thing."""

    def __init__(self) -> None:
        self._said: dict[NamedNode, list[NamedNode | Literal | BlankNode | Triple]] = {}

    def add(self, quad: Quad) -> None:
        """Take in one more statement."""
        self._said.setdefault(quad.predicate, []).append(quad.object)

    def has(self, predicate: NamedNode) -> bool:
        """Say whether anything is said by this predicate."""
        return predicate in self._said

    def nodes(self, predicate: NamedNode) -> Iterator[NamedNode]:
        """Yield the things that a predicate leads to."""
        yield from (one for one in self._said.get(predicate, ()) if isinstance(one, NamedNode))

    def texts(self, predicate: NamedNode) -> Iterator[str]:
        """Yield the values that a predicate leads to."""
        yield from (one.value for one in self._said.get(predicate, ()) if isinstance(one, Literal))

    def node(self, predicate: NamedNode) -> NamedNode:
        """Return the thing that a predicate leads to. Raises ValueError where it leads to none."""
        for one in self.nodes(predicate):
            return one
        raise ValueError(f"nothing is said of its {predicate.value}")

    def text(self, predicate: NamedNode) -> str:
        """Return the value that a predicate leads to. Raises ValueError where it leads to none."""
        for one in self.texts(predicate):
            return one
        raise ValueError(f"nothing is said of its {predicate.value}")

    def text_or_none(self, predicate: NamedNode) -> str | None:
        """Return the value that a predicate leads to, or nothing."""
        return next(self.texts(predicate), None)


def nodes(quads: Iterable[Quad]) -> dict[NamedNode, Node]:
    """Return what quads say, by what they say it of."""
    found: dict[NamedNode, Node] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            found.setdefault(quad.subject, Node()).add(quad)
    return found
