"""What of a Doc the model reads, and how its parses come back to the Doc.

The model sees words in paragraphs. A line break ends a paragraph, so no sentence goes across one. A Doc whose sentences
are set keeps them. Tokens of white space are no words: they hang on the word before them, so that every sentence of the
Doc is one tree.
"""

from collections.abc import Iterable, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Token
from thinc.types import Ints2d

from casus.language.deeds import NO_DEED
from casus.language.lemmas import lemma
from casus.language.parses import Parse
from casus.language.weights import Labels
from casus.language.windows import Text

Ints = NDArray[np.intp]
Flags = NDArray[np.bool_]
Codes = NDArray[np.uint64]  # spaCy's numbers for strings

DEED = "deed"
"""The name of what is kept of a verb that may tell of a deed: its kind, and how likely that is; None elsewhere."""
_LIKELY = 0.5
"""How likely a deed has to be to be kept."""
_TREE = [HEAD, DEP, POS, TAG, LEMMA]
_NAMES = [ENT_IOB, ENT_TYPE]
_INSIDE, _OUTSIDE, _BEGINS = 1, 2, 3
_IOB = {"I": _INSIDE, "O": _OUTSIDE, "B": _BEGINS}


class Layout:
    """The words of a Doc: where they are, and in which paragraphs."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        is_space = doc.to_array([IS_SPACE]).ravel().astype(bool)
        self._places: Ints = np.flatnonzero(~is_space)
        self._spaces: Ints = np.flatnonzero(is_space)
        self._words = self._texts(self._places)

    def text(self) -> Text:
        """Return the words with what is known of where paragraphs start, or sentences, if the Doc has them already."""
        given = self._doc.has_annotation("SENT_START")
        opens = self._opens_sentence() if given else self._opens_paragraph()
        return Text(self._words, self._spaced().tolist(), opens.tolist(), sentences_given=given)

    def _opens_sentence(self) -> Flags:
        starts: Flags = self._doc.to_array([SENT_START]).ravel() == 1
        sentences = np.cumsum(starts)[self._places]
        return np.diff(sentences, prepend=-1) > 0

    def _opens_paragraph(self) -> Flags:
        breaks = self._spaces[np.fromiter(map(_breaks_line, self._texts(self._spaces)), bool)]
        lines = np.searchsorted(breaks, self._places)
        return np.diff(lines, prepend=-1) > 0

    def _spaced(self) -> Flags:
        """Return whether white space comes before each word; it counts as there before the first."""
        follows = self._doc.to_array([SPACY]).ravel().astype(bool)
        follows[self._spaces] = True
        return np.concatenate([[True], follows])[self._places]

    def write(self, parses: Sequence[Parse], labels: Labels) -> None:
        """Write the parses of the paragraphs' sentences, in order, to the Doc."""
        tree = np.zeros((len(self._doc), len(_TREE)), np.uint64)
        names = np.full((len(self._doc), len(_NAMES)), (_OUTSIDE, 0), np.uint64)
        tree[self._spaces] = self._space_tree()
        if parses:
            tree[self._places] = self._word_tree(parses, labels)
            names[self._places] = self._word_names(parses, labels)
            self._carry_across_spaces(names)
        self._doc.from_array([*_TREE, *_NAMES], cast("Ints2d", np.hstack([tree, names])))

    def mark_deeds(self, parses: Sequence[Parse], labels: Labels, kinds: Sequence[str]) -> None:
        """Write to `token._.deed` what kind of deed each verb may tell of, where one is likely."""
        if not parses:
            return
        upos, deeds, chances = (_joined(parses, layer) for layer in ("upos", "deeds", "chances"))
        told = (upos == labels.upos.index("VERB")) & (deeds != NO_DEED) & (chances >= _LIKELY)
        for word in np.flatnonzero(told).tolist():
            guess = (kinds[deeds[word]], round(float(chances[word]), 3))
            self._doc[int(self._places[word])]._.set(DEED, guess)

    def _word_tree(self, parses: Sequence[Parse], labels: Labels) -> Codes:
        heads = np.arange(len(self._words)) + _joined(parses, "heads")
        columns = (
            _signed(self._places[heads] - self._places),
            self._codes(map(_relation, labels.relations))[_joined(parses, "relations")],
            np.array([IDS[name] for name in labels.upos], np.uint64)[_joined(parses, "upos")],
            self._codes(labels.xpos)[_joined(parses, "xpos")],
            self._codes(self._lemmas(parses, labels)),
        )
        return np.column_stack(columns)

    def _lemmas(self, parses: Sequence[Parse], labels: Labels) -> Iterable[str]:
        layers = (_joined(parses, layer).tolist() for layer in ("upos", "xpos"))
        for word, upos, xpos in zip(self._words, *layers, strict=True):
            yield lemma(word, labels.upos[upos], labels.xpos[xpos])

    def _word_names(self, parses: Sequence[Parse], labels: Labels) -> Codes:
        iob = np.array([_IOB[label[0]] for label in labels.entities], np.uint64)
        kinds = self._codes([label[2:] for label in labels.entities])
        return np.column_stack([iob, kinds])[_joined(parses, "entities")]

    def _space_tree(self) -> Codes:
        """Return what spaces get: their head is the word before, or the first word, or, of spaces alone, the first."""
        anchors = np.zeros_like(self._spaces)
        if self._words:
            anchors = self._places[np.maximum(np.searchsorted(self._places, self._spaces) - 1, 0)]
        attached, root, tag = self._codes(["dep", "ROOT", "_SP"])
        columns = (
            _signed(anchors - self._spaces),
            np.where(anchors == self._spaces, root, attached),
            np.full_like(attached, IDS["SPACE"], shape=len(anchors)),
            np.full_like(tag, tag, shape=len(anchors)),
            self._doc.to_array([ORTH]).ravel()[self._spaces],
        )
        return np.column_stack(columns)

    def _carry_across_spaces(self, names: Codes) -> None:
        """Give a space the label of the word after it where that goes on with an entity."""
        after = np.searchsorted(self._places, self._spaces)
        spaces = self._spaces[after < len(self._places)]
        following = names[self._places[after[after < len(self._places)]]]
        goes_on = following[:, 0] == _INSIDE
        names[spaces[goes_on]] = following[goes_on]

    def _texts(self, places: Ints) -> list[str]:
        """Return the texts of tokens; those that are alike share one string, and no Token is made, to spare memory."""
        orths, which = np.unique(self._doc.to_array([ORTH]).ravel()[places], return_inverse=True)
        texts = [self._doc.vocab.strings[orth] for orth in orths.tolist()]
        return [texts[one] for one in which.tolist()]

    def _codes(self, strings: Iterable[str]) -> Codes:
        return np.fromiter(map(self._doc.vocab.strings.add, strings), np.uint64)


if not Token.has_extension(DEED):
    Token.set_extension(DEED, default=None)


def _breaks_line(space: str) -> bool:
    return space.splitlines() != [space]


def _relation(label: str) -> str:
    return "ROOT" if label == "root" else label


def _joined(parses: Sequence[Parse], layer: str) -> Ints:
    joined: Ints = np.concatenate([getattr(parse, layer) for parse in parses])
    return joined


def _signed(distances: Ints) -> Codes:
    """Return distances as spaCy takes them: in two's complement."""
    return distances.astype(np.int64).view(np.uint64)
