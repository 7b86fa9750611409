"""The interim model that came before the project's own, as a spaCy pipeline, so that the two can be compared.

Its folder holds a module `runtime` that splits paragraphs of words and parses sentences of words.
"""

import importlib.util
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc


def interim_pipeline(folder: Path) -> Language:
    """Return an English pipeline with the interim model."""
    nlp = spacy.blank("en")
    nlp.add_pipe("interim_parser", config={"folder": str(folder)})
    return nlp


@Language.factory("interim_parser")
def make_interim(nlp: Language, name: str, folder: str) -> "Interim":
    """Return the component."""
    return Interim(Path(folder))


class Interim:
    """Two passes: sentences first, where none are given, then each sentence."""

    def __init__(self, folder: Path) -> None:
        spec = importlib.util.spec_from_file_location("interim_runtime", folder / "runtime.py")
        assert spec is not None
        assert spec.loader is not None
        runtime = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(runtime)
        self._parser: Any = runtime.Parser(folder)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document."""
        groups = list(_sentences(doc) if doc.has_annotation("SENT_START") else self._split(doc))
        parses = self._parser.parse([[doc[place].text for place in group] for group in groups])
        heads = {space.i: max(space.i - 1, 0) for space in doc if space.is_space}
        rows: dict[int, tuple[str, str, str, str, str]] = {}
        for group, parse in zip(groups, parses, strict=True):
            layers = (parse[layer] for layer in ("dep", "upos", "xpos", "lemma", "ner"))
            for place, head, row in zip(group, parse["head"], zip(*layers, strict=True), strict=True):
                heads[place] = group[head - 1] if head else place
                rows[place] = row
        dep, upos, xpos, lemma, ner = zip(*(rows.get(place, _SPACE) for place in range(len(doc))), strict=True)
        return Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            heads=[heads[place] for place in range(len(doc))],
            deps=list(dep),
            pos=list(upos),
            tags=list(xpos),
            lemmas=list(lemma),
            ents=list(ner),
        )

    def _split(self, doc: Doc) -> Iterator[list[int]]:
        paragraphs = list(_paragraphs(doc))
        for places, sentences in zip(
            paragraphs, self._parser.split([[doc[place].text for place in own] for own in paragraphs]), strict=True
        ):
            start = 0
            for sentence in sentences:
                yield places[start : start + len(sentence)]
                start += len(sentence)


_SPACE = ("dep", "SPACE", "_SP", " ", "O")


def _sentences(doc: Doc) -> Iterator[list[int]]:
    starts = [token.i for token in doc if token.is_sent_start]
    return (list(range(start, end)) for start, end in pairwise([*starts, len(doc)]))


def _paragraphs(doc: Doc) -> Iterator[list[int]]:
    own: list[int] = []
    for token in doc:
        if not token.is_space:
            own.append(token.i)
        elif "\n" in token.text and own:
            yield own
            own = []
    if own:
        yield own
