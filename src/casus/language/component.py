"""The spaCy component that writes the model's parses to a Doc, and the pipeline around it."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from casus.language.layout import Layout
from casus.language.sentences import Reader
from casus.language.weights import FILES, SHIPPED, require

NAME = "casus_parser"

_GROUP_WORDS = 4000  # of documents that are read together: enough to fill the net's batches
_NO_LIMIT = 10**9  # characters; the model reads in windows, so only the Doc itself grows with the text

_ASSIGNS = ("token.dep", "token.head", "token.is_sent_start", "token.pos", "token.tag", "token.lemma", "doc.sents")


def pipeline(folder: Path | None = None) -> Language:
    """Return an English pipeline with the model in a folder, or the shipped one."""
    nlp = spacy.blank("en")
    parser = nlp.add_pipe(NAME)
    assert isinstance(parser, Parser)
    parser.from_disk(folder or SHIPPED)
    return nlp


@Language.factory(NAME, assigns=[*_ASSIGNS, "doc.ents", "token.ent_iob", "token.ent_type"])
def make_parser(nlp: Language, name: str) -> "Parser":
    """Return the component with the shipped weights; `spacy.load` puts a packaged pipeline's own in their place."""
    nlp.max_length = max(nlp.max_length, _NO_LIMIT)
    return Parser()


class Parser:
    """Sentences, trees, tags, lemmas and entities of a Doc. Its weights are read on first use."""

    def __init__(self) -> None:
        self._folder = SHIPPED
        self._loaded: Reader | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 100) -> Iterator[Doc]:
        """Annotate a stream of documents, at most batch_size of them at a time; short ones share the net's batches."""
        for group in _groups(docs, batch_size):
            self._annotate(group)
            yield from group

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model's files to a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            if folder.resolve() != self._folder.resolve():
                shutil.copyfile(self._folder / name, folder / name)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "Parser":
        """Read the model in a folder; raise ModelMissing where a file is not there."""
        self._folder = require(Path(path))
        self._loaded = Reader(self._folder)
        return self

    @property
    def _reader(self) -> Reader:
        if self._loaded is None:
            self._loaded = Reader(require(self._folder))
        return self._loaded

    def _annotate(self, docs: Sequence[Doc]) -> None:
        layouts = [Layout(doc) for doc in docs]
        paragraphs = [layout.paragraphs() for layout in layouts]
        parses = self._reader.read(chain.from_iterable(paragraphs))
        for layout, own in zip(layouts, paragraphs, strict=True):
            layout.write(list(chain.from_iterable(islice(parses, len(own)))), self._reader.labels)


def _groups(docs: Iterable[Doc], most: int) -> Iterator[list[Doc]]:
    """Yield documents in groups of at most so many, that end when they have words enough."""
    group: list[Doc] = []
    words = 0
    for doc in docs:
        group.append(doc)
        words += len(doc)
        if words >= _GROUP_WORDS or len(group) >= most:
            yield group
            group, words = [], 0
    if group:
        yield group
