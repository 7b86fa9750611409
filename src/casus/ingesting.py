"""Texts into the graph, so that it can be stopped at any point and goes on where it was.

What is in the graph is the only record of how far it is: a document that was loaded bears a mark of its text and of
what read it, and is passed over before extraction, as long as both are the same. A batch is loaded in one transaction,
so that what a stop takes with it is at most a batch.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

import casus
from casus.batches import batches
from casus.graph import Graph
from casus.graph.answers import Loaded
from casus.records import Document, Record
from casus.settings import Settings

Extract = Callable[[Iterable[Document]], Iterator[Record]]
Passed = Callable[[Document], object]

READERS = ("reading", "language", "knowledge", "extraction")
"""The packages that a record depends on."""

LARGE = 1_000_000
"""Bytes: of a larger file only the size tells whether it is another one."""


def ingest(documents: Iterable[Document], graph: Graph, extract: Extract, passed_over: Passed) -> Loaded:
    """Extract and load documents; those that were read and loaded before go to `passed_over`, and count as unchanged.

    `extract` is called once, and not at all where everything was read before.
    """
    reader = reader_of(graph.settings)
    skipped = 0

    def skip(document: Document) -> None:
        nonlocal skipped
        skipped += 1
        passed_over(document)

    fresh = _unread(documents, graph, reader, skip)
    records = chain.from_iterable(extract(chain((first,), fresh)) for first in islice(fresh, 1))
    loaded = graph.load(records, mark=partial(mark, reader))
    return loaded.model_copy(update={"unchanged": loaded.unchanged + skipped})


def mark(reader: str, document: Document) -> str:
    """Return a hash of a document, its text included, and of what reads it."""
    return sha256(f"{reader}\n{document.model_dump_json()}".encode()).hexdigest()


def reader_of(settings: Settings) -> str:
    """Return a hash of all that a record depends on beside its document: code and data, Casus's and the user's."""
    own = Path(casus.__file__).parent
    folders = [*(own / name for name in READERS), *filter(None, (settings.model_dir, settings.knowledge_dir))]
    seen = sha256(casus.__version__.encode())
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            size = path.stat().st_size
            seen.update(f"\n{path.relative_to(folder)} {size}\n".encode())
            seen.update(path.read_bytes() if size <= LARGE else b"")
    return seen.hexdigest()


def _unread(documents: Iterable[Document], graph: Graph, reader: str, passed_over: Passed) -> Iterator[Document]:
    """Yield the documents that the graph does not have as they are, looked up a batch at a time."""
    for batch in batches(documents, graph.settings.load_batch):
        marks = graph.marks([document.id for document in batch])
        for document in batch:
            if marks.get(document.id) == mark(reader, document):
                passed_over(document)
            else:
                yield document
