"""An analysis of a text, annotated or found, in a form in which two can be compared.

Words are places among the characters that are no white space, so that tokenisers may differ.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from training.corpus import Sentence
from training.names import spans

Place = tuple[int, int]
ROOT: Place = (-1, -1)


@dataclass
class Analysis:
    """Words by place, with what is said of each; entities with their kinds."""

    words: list[Place] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # into the words; -1 for a root
    relations: list[str] = field(default_factory=list)
    sentences: list[Place] = field(default_factory=list)
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    unjudged: list[Place] = field(default_factory=list)  # stretches without annotated entities

    def judged(self, entities: Iterable[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
        """Return the entities that lie where entities are annotated."""
        return {each for each in entities if not any(start <= each[0] < end for start, end in self.unjudged)}

    def place(self, word: int) -> Place:
        """Return the place of a word, or the root's."""
        return self.words[word] if word >= 0 else ROOT


def annotated(sentences: Sequence[Sentence]) -> Analysis:
    """Return the corpus's analysis of the sentences of a document."""
    found = Analysis()
    for sentence in sentences:
        base, at = len(found.words), found.words[-1][1] if found.words else 0
        places = _places(sentence.words, at)
        found.words += places
        found.forms += sentence.words
        found.upos += sentence.upos
        found.xpos += sentence.xpos
        found.lemmas += sentence.lemmas
        found.heads += [base + head - 1 if head else -1 for head in sentence.heads]
        found.relations += sentence.relations
        found.sentences.append((at, places[-1][1]))
        found.entities += [(places[a][0], places[b - 1][1], kind) for a, b, kind in spans(sentence.entities)]
        if not sentence.trust:
            found.unjudged.append((at, places[-1][1]))
    return found


_KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "PERSON": "PER", "GPE": "LOC", "FAC": "LOC"}


def found_in(doc: Doc, *, ontonotes: bool = False) -> Analysis:
    """Return a pipeline's analysis; white space is no word, and OntoNotes' names are brought to ours."""
    tokens = [token for token in doc if not token.is_space]
    number = {token.i: place for place, token in enumerate(tokens)}
    words = _places([token.text for token in tokens], 0)
    found = Analysis(words=words, forms=[token.text for token in tokens])
    found.upos = [token.pos_ for token in tokens]
    found.xpos = [token.tag_ for token in tokens]
    found.lemmas = [token.lemma_ for token in tokens]
    found.heads = [-1 if token.head == token else number[token.head.i] for token in tokens]
    found.relations = [token.dep_.lower() for token in tokens]
    for sentence in doc.sents:
        own = [words[number[token.i]] for token in sentence if not token.is_space]
        if own:
            found.sentences.append((own[0][0], own[-1][1]))
    for entity in doc.ents:
        tokens = [token for token in entity if not token.is_space]
        name, kind = _name(tokens) if ontonotes else tokens, _KINDS.get(entity.label_)
        if name and kind:
            found.entities.append((words[number[name[0].i]][0], words[number[name[-1].i]][1], kind))
    return found


def _name(tokens: list[Token]) -> list[Token]:
    """Return a name without the article and the genitive that OntoNotes counts in."""
    while len(tokens) > 1 and tokens[0].lower_ in {"the", "a"}:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].text in {"'s", "’s"}:
        tokens = tokens[:-1]
    return tokens


def _places(words: Iterable[str], at: int) -> list[Place]:
    places: list[Place] = []
    for word in words:
        length = len("".join(word.split()))
        places.append((at, at + length))
        at += length
    return places
