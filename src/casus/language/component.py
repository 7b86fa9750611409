"""The spaCy component that writes the model's parses to a Doc, and the pipeline around it."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from casus.language.layout import Layout
from casus.language.sentences import Reader
from casus.language.weights import FILES, SHIPPED, require
from casus.language.words import tokenizer

NAME = "casus_parser"

_NO_LIMIT = 10**9  # characters; the model reads in windows, so only the Doc itself grows with the text

_ASSIGNS = ("token.dep", "token.head", "token.is_sent_start", "token.pos", "token.tag", "token.lemma", "doc.sents")


def pipeline(folder: Path | None = None) -> Language:
    """Return an English pipeline with the model in a folder, or the shipped one."""
    nlp = spacy.blank("en")
    nlp.tokenizer = tokenizer(nlp)
    parser = nlp.add_pipe(NAME)
    assert isinstance(parser, Parser)
    parser.from_disk(folder or SHIPPED)
    return nlp


@Language.factory(NAME, assigns=[*_ASSIGNS, "doc.ents", "token.ent_iob", "token.ent_type", "token._.deed"])
def make_parser(nlp: Language, name: str) -> "Parser":
    """Return the component with the shipped weights; `spacy.load` puts a packaged pipeline's own in their place."""
    nlp.max_length = max(nlp.max_length, _NO_LIMIT)
    return Parser()


class Parser:
    """Sentences, trees, tags, lemmas and entities of a Doc, and `token._.deed`. Its weights are read on first use."""

    def __init__(self) -> None:
        self._folder = SHIPPED
        self._loaded: Reader | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document."""
        layout = Layout(doc)
        parses = list(self._reader.read(layout.text()))
        layout.write(parses, self._reader.labels)
        layout.mark_deeds(parses, self._reader.labels, self._reader.deeds)
        return doc

    def __getstate__(self) -> dict[str, object]:
        """Return what goes to another process: it reads the weights itself."""
        return {"_folder": self._folder, "_loaded": None}

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model's files to a folder."""
        source, target = require(self._folder).resolve(), Path(path).resolve()
        target.mkdir(parents=True, exist_ok=True)
        for name in FILES if target != source else ():
            shutil.copyfile(source / name, target / name)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Read the model in a folder; raise ModelMissing where a file is not there."""
        self._folder = require(Path(path))
        self._loaded = Reader(self._folder)
        return self

    @property
    def _reader(self) -> Reader:
        if self._loaded is None:
            self._loaded = Reader(require(self._folder))
        return self._loaded
