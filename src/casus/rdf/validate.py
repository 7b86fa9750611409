"""A file of RDF against the shapes of ontology/shapes.ttl.

It is read by pyoxigraph, so that every format and the reifiers of RDF 1.2 are understood, and checked by pyshacl, which
keeps it in memory: about 5 kB a claim.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import NamedNode, Quad, parse

from casus.errors import BadData, Unreadable
from casus.rdf.vocabulary import RDF
from casus.resources import folder

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True)
class Fault:
    """One thing that breaks a shape: what it is about, and what the shape wants."""

    about: str
    message: str

    def __str__(self) -> str:
        return f"{self.about}: {self.message}"


def validate(path: Path) -> list[Fault]:
    """Return what in a file breaks the shapes, sorted; nothing: the file is valid.

    Raises Unreadable for a file that cannot be read or whose name tells no format of RDF, BadData with the line for one
    that breaks its format.
    """
    import pyshacl  # noqa: PLC0415 (a second to load)

    ontology, shapes = (
        _graph(pyoxigraph.parse(path=folder("ontology") / name)) for name in ("casus.ttl", "shapes.ttl")
    )
    _, report, _ = pyshacl.validate(_graph(plain(read(path))), shacl_graph=shapes, ont_graph=ontology)
    return sorted(set(_faults(report)), key=str)


def read(path: Path) -> Iterator[Quad]:
    """Yield what a file says. Raises Unreadable and BadData, with the file's name and the line."""
    try:
        yield from parse(path=path)
    except SyntaxError as error:
        raise BadData(f"{path}:{error.lineno or 1}: {error.msg}") from None
    except OSError as error:
        raise Unreadable(f"cannot read {path}: {error.strerror or error}") from None
    except ValueError:
        endings = "trig, nq, ttl, nt, jsonld, rdf"
        raise Unreadable(f"cannot read {path}: its name has none of the endings of RDF ({endings})") from None


def plain(quads: Iterator[Quad]) -> Iterator[Quad]:
    """Yield the same with RDF 1.1's subject, predicate and object for what a reifier of RDF 1.2 reifies."""
    for quad in quads:
        if isinstance(quad.object, pyoxigraph.Triple) and quad.predicate == RDF["reifies"]:
            triple = quad.object
            for name, term in (("subject", triple.subject), ("predicate", triple.predicate), ("object", triple.object)):
                yield Quad(quad.subject, RDF[name], term, quad.graph_name)
        else:
            yield quad


def _graph(quads: Iterator[Quad]) -> "rdflib.Graph":
    import rdflib  # noqa: PLC0415

    def term(of: object) -> "rdflib.term.IdentifiedNode | rdflib.Literal":
        if isinstance(of, NamedNode):
            return rdflib.URIRef(of.value)
        if isinstance(of, pyoxigraph.Literal):
            return rdflib.Literal(of.value, lang=of.language, datatype=None if of.language else of.datatype.value)
        return rdflib.BNode(str(of).removeprefix("_:"))

    graph = rdflib.Graph()
    for quad in quads:
        graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph


def _faults(report: "rdflib.Graph") -> Iterator[Fault]:
    from rdflib import RDF as RDF_  # noqa: PLC0415
    from rdflib import SH  # noqa: PLC0415

    for result in report.subjects(RDF_.type, SH.ValidationResult):
        messages = sorted(map(str, report.objects(result, SH.resultMessage)))
        yield Fault(str(report.value(result, SH.focusNode)), "; ".join(messages))
