"""Draws who backed whom by the last snapshot: `python examples/syria/picture.py > syria.svg`.

A thick line is told by texts and by a data set, a thin one by texts alone, a dotted one by a data set alone; a grey one
is also denied.
"""

import csv
from html import escape
from typing import NamedTuple

from casus.settings import load
from casus.sparql import snapshot
from casus.sparql.asking import Answered, ask

QUESTION = """
PREFIX casus: <https://w3id.org/casus/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?backed ?backer
  (COUNT(DISTINCT ?text) AS ?texts) (COUNT(DISTINCT ?row) AS ?rows) (COUNT(DISTINCT ?no) AS ?denials)
WHERE {
  ?claim rdf:predicate casus:backedBy ; rdf:subject ?g ; rdf:object ?b ; casus:polarity ?polarity .
  OPTIONAL {
    ?claim casus:polarity casus:asserted ; prov:wasDerivedFrom ?text . FILTER NOT EXISTS { ?text casus:kind "dataset" }
  }
  OPTIONAL { ?claim prov:wasDerivedFrom ?row . ?row casus:kind "dataset" }
  OPTIONAL { ?claim casus:polarity casus:deniedClaim ; prov:wasDerivedFrom ?no }
  ?g skos:prefLabel ?backed . ?b skos:prefLabel ?backer
} GROUP BY ?backed ?backer ORDER BY ?backed ?backer
"""


class Edge(NamedTuple):
    """Who is backed by whom, and how many texts and rows say so, and how many texts deny it."""

    backed: str
    backer: str
    texts: int
    rows: int
    denials: int

    @property
    def style(self) -> str:
        """How its line is drawn."""
        width, dashes = (4, "none") if self.texts and self.rows else (1.5, "none") if self.texts else (1.5, "2 5")
        colour = "#999" if self.denials else "#234"
        return f'stroke="{colour}" stroke-width="{width}" stroke-dasharray="{dashes}"'


def edges() -> list[Edge]:
    """Return who backs whom by the last snapshot."""
    settings = load()
    answer = ask(snapshot.latest(settings), QUESTION, Answered.CSV, seconds=settings.query_time)
    _, *rows = csv.reader(answer.decode().splitlines())
    return [Edge(backed, backer, *map(int, counts)) for backed, backer, *counts in rows]


def picture(found: list[Edge]) -> str:
    """Return a drawing with the backers on the left and whom they back on the right."""
    left, right = _places({edge.backer for edge in found}), _places({edge.backed for edge in found})
    lines = [
        f'<line x1="210" y1="{left[edge.backer]}" x2="440" y2="{right[edge.backed]}" {edge.style}>'
        f"<title>{edge.texts} texts, {edge.rows} rows, {edge.denials} denials</title></line>"
        for edge in found
    ]
    names = [f'<text x="200" y="{y + 5}" text-anchor="end">{escape(name)}</text>' for name, y in left.items()]
    names += [f'<text x="450" y="{y + 5}">{escape(name)}</text>' for name, y in right.items()]
    height = 40 * max(len(left), len(right)) + 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {height}" font-family="sans-serif" font-size="15">\n'
        + "\n".join(lines + names)
        + "\n</svg>\n"
    )


def _places(names: set[str]) -> dict[str, int]:
    return {name: 30 + 40 * number for number, name in enumerate(sorted(names))}


if __name__ == "__main__":
    print(picture(edges()), end="")
