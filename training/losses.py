"""What a batch costs, task by task."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batch import UNKNOWN, Batch
from training.model import Model, Readings, with_one


def losses(model: Model, batch: Batch) -> dict[str, Tensor]:
    """Return the mean loss of each task over the batch's words; arcs compete within their sentence only."""
    read: Readings = model(batch.pieces, batch.shapes, batch.mask, batch.first)
    found = {
        "start": _start(read.start, batch.start),
        "entity": _entity(read.entity, batch.entity, batch.trust),
    }
    if batch.sentence.numel():
        found |= {
            "upos": functional.cross_entropy(read.upos, batch.upos, ignore_index=UNKNOWN),
            "xpos": functional.cross_entropy(read.xpos, batch.xpos, ignore_index=UNKNOWN),
            "arc": _arc(model, read, batch),
            "relation": _relation(model, read, batch),
        }
    return found


def _start(log_odds: Tensor, start: Tensor) -> Tensor:
    known = start != UNKNOWN
    loss = functional.binary_cross_entropy_with_logits(log_odds[known], start[known].float(), reduction="sum")
    return loss / known.sum().clamp(min=1)


def _entity(scores: Tensor, labels: Tensor, trust: Tensor) -> Tensor:
    loss = functional.cross_entropy(scores, labels, reduction="none")
    return (loss * trust).sum() / trust.sum().clamp(min=1)


def _arc(model: Model, read: Readings, batch: Batch) -> Tensor:
    places = batch.sentence
    words = places >= 0
    queries, keys = read.query[places.clamp(min=0)], read.key[places.clamp(min=0)]
    root = torch.zeros_like(words)
    root[:, 0] = True
    keys = torch.where(root[..., None], model.root_key, keys)
    scores = (queries @ keys.transpose(1, 2)).masked_fill(~(words | root)[:, None, :], -1e9)
    return functional.cross_entropy(scores[words], batch.head[places[words]], ignore_index=UNKNOWN)


def _relation(model: Model, read: Readings, batch: Batch) -> Tensor:
    """Score relations at the annotated heads, as for a tree that is known."""
    rows, columns = (batch.sentence >= 0).nonzero(as_tuple=True)
    words = batch.sentence[rows, columns]
    places = batch.head[words].clamp(min=0)
    heads = torch.where(
        (places > 0)[:, None], read.head[batch.sentence[rows, places].clamp(min=0)], with_one(model.root_head)
    )
    by_relation = torch.einsum("wd,drh->wrh", read.dependent[words], model.relations)
    scores = torch.einsum("wrh,wh->wr", by_relation, heads)
    return functional.cross_entropy(scores, batch.relation[words], ignore_index=UNKNOWN)
