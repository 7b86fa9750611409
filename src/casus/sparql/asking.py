"""A question in SPARQL to a snapshot.

Only what reads is answered: the process that answers opens the snapshot for reading and knows no SPARQL Update, so that
LOAD and the like are no question at all. SERVICE, which would ask another server, is refused before.
"""

import re
import subprocess
import sys
from enum import StrEnum
from pathlib import Path

from casus.errors import BadInput, TimedOut

MOST = 50_000_000
"""Bytes that an answer may have."""


class Answered(StrEnum):
    """How an answer is written, by media type: those of rows and yes or no, then those of triples."""

    JSON = "application/sparql-results+json"
    XML = "application/sparql-results+xml"
    CSV = "text/csv"
    TSV = "text/tab-separated-values"
    TURTLE = "text/turtle"
    N_TRIPLES = "application/n-triples"
    RDF_XML = "application/rdf+xml"


def ask(store: Path, query: str, answered: Answered, *, seconds: float) -> bytes:
    """Return the answer to a question, with what all graphs say together as its default graph.

    Raises BadInput for what is no question, is refused, or has an answer too large or of another form; TimedOut.
    """
    require_reading(query)
    command = [sys.executable, str(Path(__file__).with_name("child.py")), str(store), answered, str(MOST)]
    try:
        done = subprocess.run(command, input=query.encode(), capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise TimedOut(
            f"the question was not answered in {seconds:g} s (CASUS_QUERY_TIME); ask for less, or add a LIMIT"
        ) from None
    if done.returncode:
        raise BadInput(
            f"query: {done.stderr.decode(errors='replace').strip() or 'it needs too much memory; ask for less'}"
        )
    return done.stdout


def require_reading(query: str) -> None:
    """Raise BadInput for a question that would have another server asked."""
    words = _NO_KEYWORD.sub(" ", query)
    if re.search(r"\bSERVICE\b", words, re.IGNORECASE):
        raise BadInput("query: SERVICE is not answered here; ask the other server itself")


_NO_KEYWORD = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*\''''
    r"""|<[^<>"{}|^`\\\s]*>|\#[^\n]*|[?$]\w+|[\w.-]*:[\w.:%\\-]*""",
    re.DOTALL,
)
"""What can hold the word without being it: texts, IRIs, comments, variables, names with a prefix."""
