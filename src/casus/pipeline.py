"""From documents to records: the language model and extraction in one stream."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from casus.records import Document, Record
from casus.settings import Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Pipeline:
    """The language model, the knowledge and extraction, loaded once for as many documents as come."""

    def __init__(self, settings: Settings) -> None:
        """Load them. Raises ModelMissing where the model's files are not there, BadData where a data file is broken."""
        from casus import language  # noqa: PLC0415  spaCy and the weights load on first use
        from casus.extraction import Extractor  # noqa: PLC0415
        from casus.knowledge import Knowledge  # noqa: PLC0415

        self._extractor = Extractor(Knowledge.load(settings.knowledge_dir))
        self._language = language.load(settings)

    def extract(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Yield each document's record, in input order and in constant memory."""
        return (record for record, _ in self.readings(documents))

    def readings(self, documents: Iterable[Document]) -> Iterator[tuple[Record, "Doc"]]:
        """Yield each document's record with the parsed text that it was read from."""
        pairs = ((document.text, document) for document in documents)
        for doc, document in self._language.pipe(pairs, as_tuples=True):
            yield self._extractor.record(document, doc), doc


def extract(documents: Iterable[Document], settings: Settings | None = None) -> Iterator[Record]:
    """Yield each document's record; see Pipeline."""
    yield from Pipeline(settings or Settings()).extract(documents)
