"""The process that answers one question: `child.py STORE MEDIA_TYPE MOST`, the question on standard input.

It ends with 0 and the answer on standard output, or with 1 and the reason on standard error. Whoever started it ends it
when it takes too long.
"""

import io
import resource
import sys
from typing import Any

import pyoxigraph

MEMORY = 4 << 30
"""Bytes of address space that a question may take."""


class TooLarge(Exception):
    """The answer has more bytes than it may have."""


class Measured(io.BytesIO):
    """Takes an answer, up to a size."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._room = most

    def write(self, piece: Any) -> int:
        """Take a piece. Raises TooLarge."""
        self._room -= len(piece)
        if self._room < 0:
            raise TooLarge
        return super().write(piece)


def answer(store: str, media_type: str, most: int, query: str) -> bytes:
    """Return the answer. Raises SyntaxError, ValueError for a form that the answer does not have, TooLarge."""
    found = pyoxigraph.Store.read_only(store).query(query, use_default_graph_as_union=True)
    out = Measured(most)
    if isinstance(found, pyoxigraph.QueryTriples):
        triples = pyoxigraph.RdfFormat.from_media_type(media_type) or pyoxigraph.RdfFormat.TURTLE
        found.serialize(out, format=triples)
    else:
        rows = pyoxigraph.QueryResultsFormat.from_media_type(media_type)
        if rows is None:
            raise ValueError(f"rows cannot be written as {media_type}; ask for JSON, XML, CSV or TSV")
        found.serialize(out, format=rows)
    return out.getvalue()


def main() -> int:
    """Answer the question on standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    store, media_type, most = sys.argv[1:]
    try:
        sys.stdout.buffer.write(answer(store, media_type, int(most), sys.stdin.buffer.read().decode()))
    except TooLarge:
        print(f"the answer has more than {most} bytes; add a LIMIT", file=sys.stderr)
    except (SyntaxError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
