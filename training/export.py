"""Weights to what ships: an ONNX graph, whole or in 8 bits, and what is multiplied once sentences are known."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from casus.language.deeds import Deeds
from casus.language.pieces import Pieces
from casus.language.windows import Text, Windows
from training.encoder import WIDTH
from training.labels import Labels
from training.model import Model, with_one

INPUTS = ("pieces", "shapes", "first")
OUTPUTS = ("upos", "xpos", "start", "entity", "query", "key", "dependent", "head", "vector")


class Graph(nn.Module):
    """What the graph computes of windows: tags decided, the rest as scores and vectors."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Read windows; piece 0 is padding."""
        read = self.model(pieces, shapes, pieces > 0, first)
        return (read.upos.argmax(-1), read.xpos.argmax(-1), *read[2:])


_HUGE = 4  # inputs of a layer that are multiplied apart
_TEXT = "Rebels shelled a market in the north on Monday , and the army said that it had sent for help .".split()


class Split(nn.Module):
    """A linear layer as two products, so that a few inputs with huge values do not set the scale of all others.

    In 8 bits a whole matrix has one scale. The first piece, which stands for no word and to which attention goes that
    is of no use elsewhere, has values twenty times as large as a word's, in a few places that are always the same
    (massive activations: Sun et al. 2024). These few are multiplied in full width.
    """

    def __init__(self, linear: nn.Linear, huge: Tensor) -> None:
        super().__init__()
        self.rest = linear
        self.few = nn.Parameter(linear.weight.T[huge].clone())
        self.huge = huge
        self.others = torch.ones(linear.in_features).index_fill(0, huge, 0)

    def forward(self, x: Tensor) -> Tensor:
        """Map [..., inputs] to [..., outputs], as the layer does."""
        return self.rest(x * self.others) + x[..., self.huge] @ self.few


def export(model: Model, labels: Labels, tokenizer: Path, folder: Path) -> None:
    """Write two model folders, `fp32` and `int8`, each with all that the run time needs."""
    model = model.eval().cpu()
    _split(model, Pieces(tokenizer))
    for kind in ("fp32", "int8"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        _write_rest(model, labels, tokenizer, folder / kind)
    _write_graph(model, folder / "fp32" / "net.onnx")
    _quantise(folder / "fp32" / "net.onnx", folder / "int8" / "net.onnx")


def _split(model: Model, pieces: Pieces) -> None:
    """Put a Split in the place of each layer's two widest products, by what they are given when a sentence is read."""
    inputs: dict[nn.Module, Tensor] = {}

    def see(layer: nn.Module, given: tuple[Tensor, ...]) -> None:
        inputs[layer] = given[0]

    wide = [getattr(layer, name) for layer in model.encoder.layers for name in ("up", "down")]
    watches = [linear.register_forward_pre_hook(see) for linear in wide]
    text = Text(_TEXT, [True] * len(_TEXT), [place == 0 for place in range(len(_TEXT))])
    window = Windows(pieces).window(text, 0, len(text))
    with torch.no_grad():
        model(
            *(torch.tensor([each]) for each in window[:2]),
            torch.ones(1, len(window.pieces), dtype=torch.bool),
            torch.tensor(window.first),
        )
    for watch in watches:
        watch.remove()
    for layer in model.encoder.layers:
        for name in ("up", "down"):
            linear = getattr(layer, name)
            setattr(layer, name, Split(linear, inputs[linear][0].abs().amax(dim=0).topk(_HUGE).indices))


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
    Deeds.none(WIDTH).write(folder)
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
        nodes_to_exclude=_products_of(path, _HUGE),
        op_types_to_quantize=["MatMul", "Gather"],
    )


def _products_of(path: Path, rows: int) -> list[str]:
    """Return the names of the products with a constant of so many rows."""
    graph = onnx.load(path).graph
    few = {constant.name for constant in graph.initializer if list(constant.dims[:-1]) == [rows]}
    return [node.name for node in graph.node if node.op_type == "MatMul" and few & set(node.input)]
