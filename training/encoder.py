"""The encoder: BERT's layers as plain PyTorch, with MiniLM's weights and an embedding of each word's shape.

The vocabulary knows no capitals, so 'US' and 'us' are one piece; what the shape embedding (zero at first) adds to the
input lets every layer tell them apart.
"""

import hashlib
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from casus.language.pieces import SHAPES

CHECKSUM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # sha256 of model.safetensors
WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS = 30522, 512


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each with its residual and norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Map [windows, pieces, width]; the mask [windows, 1, 1, pieces] is true where there is a piece."""
        x = self.attention_norm(x + self.dropout(self.out(self._attend(x, mask))))
        return self.norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))

    def _attend(self, x: Tensor, mask: Tensor) -> Tensor:
        windows, pieces, _ = x.shape
        qkv = self.qkv(x).view(windows, pieces, 3, HEADS, WIDTH // HEADS)
        q, k, v = (part.squeeze(2).transpose(1, 2) for part in qkv.split(1, dim=2))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return mixed.transpose(1, 2).reshape(windows, pieces, WIDTH)


class Encoder(nn.Module):
    """Word pieces and shapes to vectors."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Map ids [windows, pieces] to [windows, pieces, width]."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.dropout(self.norm(self.words(pieces) + self.positions(places) + self.shapes(shapes)))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x

    @classmethod
    def pretrained(cls, folder: Path, dropout: float) -> "Encoder":
        """Return an encoder with the weights of all-MiniLM-L6-v2 in a folder; raise ValueError on any others."""
        file = folder / "model.safetensors"
        if hashlib.sha256(file.read_bytes()).hexdigest() != CHECKSUM:
            raise ValueError(f"{file} is not the checkpoint this encoder was made for")
        encoder = cls(dropout)
        weights = _renamed(load_file(file))
        missing, unexpected = encoder.load_state_dict(weights, strict=False)
        if unexpected or missing != ["shapes.weight"]:
            raise ValueError(f"{folder}: not a checkpoint of this encoder: {missing} {unexpected}")
        nn.init.zeros_(encoder.shapes.weight)
        return encoder


def _renamed(bert: dict[str, Tensor]) -> dict[str, Tensor]:
    """Name a BERT checkpoint's tensors as ours are; all pieces are of one segment, so its vector joins the places'."""
    segment = bert["embeddings.token_type_embeddings.weight"][0]
    found = {
        "words.weight": bert["embeddings.word_embeddings.weight"],
        "positions.weight": bert["embeddings.position_embeddings.weight"] + segment,
        "norm.weight": bert["embeddings.LayerNorm.weight"],
        "norm.bias": bert["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        for kind in ("weight", "bias"):
            theirs = f"encoder.layer.{number}.{{}}.{kind}"
            qkv = [bert[theirs.format(f"attention.self.{part}")] for part in ("query", "key", "value")]
            found[f"layers.{number}.qkv.{kind}"] = torch.cat(qkv)
            for ours, their in _PARTS.items():
                found[f"layers.{number}.{ours}.{kind}"] = bert[theirs.format(their)]
    return found


_PARTS = {
    "out": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm": "output.LayerNorm",
}
