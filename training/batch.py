"""A batch of windows as tensors, with what is to be learnt of each word."""

from dataclasses import dataclass, fields

import torch
from torch import Tensor

from training.corpus import Sentence
from training.labels import Labels
from training.windows import Window

UNKNOWN = -100  # a label that is not annotated; no loss is taken


@dataclass
class Batch:
    """Windows side by side; words run through all of them without padding."""

    pieces: Tensor  # [windows, pieces]
    shapes: Tensor  # [windows, pieces]
    mask: Tensor  # [windows, pieces], true where there is a piece
    first: Tensor  # [words], into pieces, flattened
    upos: Tensor  # [words]
    xpos: Tensor  # [words]
    start: Tensor  # [words], 1 where a sentence starts
    entity: Tensor  # [words]
    trust: Tensor  # [words], weight of the entity loss
    relation: Tensor  # [words]
    head: Tensor  # [words]: the head's place in the sentence, 0 the root
    sentence: Tensor  # [sentences with a tree, longest + 1]: words by place, from 1; place 0 and padding: -1

    def to(self, device: torch.device) -> "Batch":
        """Return the batch on a device."""
        return Batch(**{field.name: getattr(self, field.name).to(device) for field in fields(self)})


class Batcher:
    """Turns windows into batches."""

    def __init__(self, labels: Labels) -> None:
        self._upos = _numbers(labels.upos)
        self._xpos = _numbers(labels.xpos)
        self._relations = _numbers(labels.relations)
        self._entities = _numbers(labels.entities)

    def __call__(self, windows: list[Window]) -> Batch:
        """Lay windows side by side."""
        length = max(map(len, windows))
        sentences = [sentence for window in windows for sentence in window.sentences]
        pieces = torch.tensor([window.pieces + [0] * (length - len(window)) for window in windows])
        shapes = torch.tensor([window.shapes + [0] * (length - len(window)) for window in windows])
        places = torch.arange(length)
        return Batch(
            pieces=pieces,
            shapes=shapes,
            mask=places < torch.tensor([len(window) for window in windows])[:, None],
            first=torch.tensor([n * length + place for n, window in enumerate(windows) for place in window.first]),
            upos=torch.tensor([y for s in sentences for y in _known(s.upos, self._upos, len(s.words))]),
            xpos=torch.tensor([y for s in sentences for y in _known(s.xpos, self._xpos, len(s.words))]),
            start=torch.tensor([y for window in windows for y in _starts(window)]),
            entity=torch.tensor([self._entities[label] for s in sentences for label in s.entities]),
            trust=torch.tensor([s.trust for s in sentences for _ in s.words]),
            relation=torch.tensor([y for s in sentences for y in _known(s.relations, self._relations, len(s.words))]),
            head=torch.tensor([y for s in sentences for y in _heads(s)]),
            sentence=_places([(len(s.words), bool(s.heads)) for s in sentences]),
        )


def _numbers(labels: list[str]) -> dict[str, int]:
    return {label: number for number, label in enumerate(labels)}


def _known(labels: list[str], numbers: dict[str, int], words: int) -> list[int]:
    return [numbers.get(label, UNKNOWN) for label in labels] or [UNKNOWN] * words


def _heads(sentence: Sentence) -> list[int]:
    return [UNKNOWN if head < 0 else head for head in sentence.heads] or [UNKNOWN] * len(sentence.words)


def _starts(window: Window) -> list[int]:
    """1 at each start, 0 elsewhere; a start that the layout tells is nothing to learn."""
    found: list[int] = []
    for sentence, told in zip(window.sentences, window.told, strict=True):
        found += [UNKNOWN if told else 1] + [0] * (len(sentence.words) - 1)
    return found


def _places(sentences: list[tuple[int, bool]]) -> Tensor:
    """Lay out the words of sentences that have a tree, by their place in the sentence."""
    longest = max((length for length, tree in sentences if tree), default=0)
    rows: list[list[int]] = []
    word = 0
    for length, tree in sentences:
        if tree:
            rows.append([-1, *range(word, word + length), *[-1] * (longest - length)])
        word += length
    return torch.tensor(rows, dtype=torch.long).view(-1, longest + 1)
