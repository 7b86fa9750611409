"""The model: one encoding of a window, and a head for each question about its words."""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from casus.language.pieces import SHAPES
from training.encoder import WIDTH, Encoder
from training.labels import Labels
from training.recipe import Model as Widths


class Readings(NamedTuple):
    """What the heads say of each word; arcs and relations are scored between words of a sentence, later."""

    upos: Tensor  # [words, tags]
    xpos: Tensor  # [words, tags]
    start: Tensor  # [words], the log odds that a sentence starts here
    entity: Tensor  # [words, BIO labels]
    query: Tensor  # [words, arc width]: its product with a head's key is the arc's score
    key: Tensor  # [words, arc width]
    dependent: Tensor  # [words, relation width + 1]
    head: Tensor  # [words, relation width + 1]
    vector: Tensor  # [words, width], the encoding itself


class Model(nn.Module):
    """Windows of word pieces to readings of words."""

    def __init__(self, encoder: Encoder, widths: Widths, labels: Labels) -> None:
        super().__init__()
        drop, arc, relation = widths.dropout, widths.arc_width, widths.relation_width
        self.encoder = encoder
        self.shapes = nn.Embedding(SHAPES, widths.shape_width)
        self.trunk = nn.Sequential(
            nn.Dropout(drop.input), nn.Linear(WIDTH + widths.shape_width, WIDTH), nn.GELU(), nn.Dropout(drop.trunk)
        )
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.start = nn.Sequential(_mixed(WIDTH // 2, drop.trunk), nn.Linear(WIDTH // 2, 1))
        self.entity = nn.Sequential(_mixed(WIDTH // 2, drop.trunk), nn.Linear(WIDTH // 2, len(labels.entities)))
        self.query = nn.Sequential(_mixed(arc, drop.arc), nn.Linear(arc, arc))
        self.key = _mixed(arc, drop.arc)
        self.dependent = _mixed(relation, drop.arc)
        self.head = _mixed(relation, drop.arc)
        # The root is no word: its key and its vector as a head are learnt as they are.
        self.root_key = nn.Parameter(torch.randn(arc) * 0.02)
        self.root_head = nn.Parameter(torch.randn(relation) * 0.02)
        self.relations = nn.Parameter(torch.randn(relation + 1, len(labels.relations), relation + 1) * 0.02)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Readings:
        """Read windows.

        `pieces`, `shapes` and `mask` are [windows, pieces]; `first` [words] counts the words' first pieces through all
        windows, padding included.
        """
        encoded = self.encoder(pieces, shapes, mask).flatten(0, 1)[first]
        x = self.trunk(torch.cat([encoded, self.shapes(shapes.flatten()[first])], dim=-1))
        return Readings(
            upos=self.upos(x),
            xpos=self.xpos(x),
            start=self.start(x).squeeze(-1),
            entity=self.entity(x),
            query=self.query(x),
            key=self.key(x),
            dependent=with_one(self.dependent(x)),
            head=with_one(self.head(x)),
            vector=encoded,
        )


def with_one(x: Tensor) -> Tensor:
    """Append a 1 to each vector, so that a product with it has a constant part."""
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


def _mixed(width: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(dropout))
