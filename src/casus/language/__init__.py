"""From text to a spaCy Doc: sentences, lemmas, parts of speech, Universal Dependencies, entities.

words.py      text to words, as the treebanks cut them
weights.py    which files a model is made of, and what its labels are
pieces.py     a word as the encoder sees it: its pieces and its shape
windows.py    running text in windows that the net takes
net.py        windows to scores: the one module that knows the ONNX graph
trees.py      arc scores to the best tree
entities.py   label scores to the best legal sequence of entity labels
deeds.py      a verb’s encoding to the kind of deed it may tell of
parses.py     a sentence's scores to its parse
sentences.py  a text to parsed sentences, in one pass
lemmas.py     a word with its part of speech to its lemma; lemmas.tsv has the closed classes
layout.py     the words of a Doc, and the parses back on it
component.py  the spaCy component and the pipeline around it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from casus.settings import Settings

__all__ = ["load"]


def load(settings: Settings | None = None) -> Language:
    """Return an English pipeline with the shipped weights, or with those in the folder `settings.model_dir`.

    Raises ModelMissing where that folder lacks one of the model's files.
    """
    from casus.language.component import pipeline  # noqa: PLC0415  spaCy takes a second to import: only on first use

    return pipeline(settings.model_dir if settings else None)
