"""NDJSON: one item a line, as long as it goes well; what goes wrong half-way is the last line."""

import json
from collections.abc import Iterator

from casus.errors import CasusError
from casus.formats.collections import Collection
from casus.graph import Graph


def lines(graph: Graph, collection: Collection) -> Iterator[bytes]:
    """Yield every item of a collection as a line of JSON.

    A stream cannot take back its status: one that fails ends with `{"error": {"kind": …, "detail": …}}`. A stream that
    ends with an item is whole. What goes wrong before the first item is raised.
    """
    begun = False
    try:
        for item in graph.each(collection.paged):
            begun = True
            yield item.model_dump_json(exclude_none=True).encode() + b"\n"
    except CasusError as error:
        if not begun:
            raise
        yield json.dumps({"error": {"kind": type(error).__name__, "detail": str(error)}}).encode() + b"\n"
