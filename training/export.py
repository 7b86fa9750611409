"""Weights to what ships: an ONNX graph, whole or in 8 bits, and what is multiplied once sentences are known."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.labels import Labels
from training.model import Model, with_one

INPUTS = ("pieces", "shapes", "first")
OUTPUTS = ("upos", "xpos", "start", "entity", "query", "key", "dependent", "head")


class Graph(nn.Module):
    """What the graph computes of windows: tags decided, the rest as scores and vectors."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Read windows; piece 0 is padding."""
        read = self.model(pieces, shapes, pieces > 0, first)
        return (read.upos.argmax(-1), read.xpos.argmax(-1), *read[2:])


def export(model: Model, labels: Labels, tokenizer: Path, folder: Path) -> None:
    """Write two model folders, `fp32` and `int8`, each with all that the run time needs."""
    model = model.eval().cpu()
    for kind in ("fp32", "int8"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        _write_rest(model, labels, tokenizer, folder / kind)
    _write_graph(model, folder / "fp32" / "net.onnx")
    _quantise(folder / "fp32" / "net.onnx", folder / "int8" / "net.onnx")


def _write_rest(model: Model, labels: Labels, tokenizer: Path, folder: Path) -> None:
    """Write what stays outside the graph, since it needs the sentences: what scores arcs and relations."""
    with torch.no_grad():
        np.savez(
            folder / "arcs.npz",
            root_key=model.root_key.numpy(),
            root_head=with_one(model.root_head).numpy(),
            relations=model.relations.numpy().astype(np.float16),
        )
    (folder / "labels.json").write_text(json.dumps(asdict(labels), indent=1) + "\n", encoding="utf-8")
    shutil.copy(tokenizer, folder / "tokenizer.json")


def _write_graph(model: Model, path: Path) -> None:
    pieces = torch.randint(1000, 2000, (2, 12))
    axes = {"pieces": {0: "windows", 1: "pieces"}, "shapes": {0: "windows", 1: "pieces"}}
    axes |= {name: {0: "words"} for name in ("first", *OUTPUTS)}
    torch.onnx.export(
        Graph(model),
        (pieces, torch.ones_like(pieces), torch.tensor([1, 2, 3, 13, 14])),
        path,
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _quantise(path: Path, smaller: Path) -> None:
    """Weights of matrix products and tables in 8 bits, of which 7 are used: AVX2 adds products in pairs, and 8 clip."""
    quantize_dynamic(
        path,
        smaller,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
    )
