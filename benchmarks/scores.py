"""Scores of analyses against annotated ones: F of what is found in place."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from benchmarks.analysis import Analysis
from benchmarks.pairs import Pair, agreement, clear_arguments, clear_attachments, ud_arguments, ud_attachments

PairsOf = Callable[[Analysis], set[Pair]]
_UD: tuple[PairsOf, PairsOf] = (ud_arguments, ud_attachments)
_CLEAR: tuple[PairsOf, PairsOf] = (clear_arguments, clear_attachments)


@dataclass
class Scores:
    """Counts by measure: what agrees, what is annotated, what was found."""

    agreed: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def count(self, measure: str, agreed: int, expected: int, found: int) -> None:
        """Add counts to a measure."""
        self.agreed[measure] += agreed
        self.expected[measure] += expected
        self.found[measure] += found

    def sets(self, measure: str, expected: set[object], found: set[object]) -> None:
        """Add two sets' counts to a measure."""
        self.count(measure, len(expected & found), len(expected), len(found))

    def f(self, measure: str) -> float | None:
        """Return F in per cent, if the measure was taken."""
        total = self.expected[measure] + self.found[measure]
        return 200 * self.agreed[measure] / total if total else None


def score(pairs: Iterable[tuple[Analysis, Analysis]], *, ud: bool, same_words: bool) -> Scores:
    """Score found analyses against annotated ones: (annotated, found) for each document.

    With labels other than Universal Dependencies' only what can be compared is scored; pairs of words (see
    `benchmarks.pairs`) only where both have the same words.
    """
    scores = Scores()
    for gold, found in pairs:
        _names(scores, gold, found)
        scores.sets("words", set(gold.words), set(found.words))
        scores.sets("sentences", set(gold.sentences), set(found.sentences))
        if ud and gold.heads:
            _trees(scores, gold, found)
        if same_words and gold.heads:
            _pairs(scores, gold, found, *(_UD if ud else _CLEAR))
    return scores


def _names(scores: Scores, gold: Analysis, found: Analysis) -> None:
    expected, names = gold.judged(gold.entities), gold.judged(found.entities)
    scores.sets("NER", set(expected), set(names))
    for kind in ("PER", "ORG", "LOC"):
        scores.sets(kind, {each for each in expected if each[2] == kind}, {each for each in names if each[2] == kind})


def _trees(scores: Scores, gold: Analysis, found: Analysis) -> None:
    for measure, of in _LAYERS.items():
        scores.sets(measure, set(of(gold)), set(of(found)))


def _arcs(of: Analysis) -> Iterable[object]:
    return ((place, of.place(head)) for place, head in zip(of.words, of.heads, strict=True))


_LAYERS: dict[str, Callable[[Analysis], Iterable[object]]] = {
    "UAS": _arcs,
    "LAS": lambda of: zip(_arcs(of), of.relations, strict=True),
    "LAS, no punctuation": lambda of: (
        (arc, relation) for arc, relation in zip(_arcs(of), of.relations, strict=True) if relation != "punct"
    ),
    "UPOS": lambda of: zip(of.words, of.upos, strict=True),
    "XPOS": lambda of: zip(of.words, of.xpos, strict=True),
    "lemmas": lambda of: zip(of.words, of.lemmas, strict=True),
}


def _pairs(scores: Scores, gold: Analysis, found: Analysis, arguments: PairsOf, attachments: PairsOf) -> None:
    expected = ud_arguments(gold)
    got = {pair for pair in arguments(found) if gold.upos[pair[0]] == "VERB"}
    scores.count("arguments", agreement(gold, expected, got), len(expected), len(got))
    expected, got = ud_attachments(gold), attachments(found)
    scores.count("attachments", agreement(gold, expected, got), len(expected), len(got))
