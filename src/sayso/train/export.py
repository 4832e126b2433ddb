"""The trained network as an ONNX graph with 8-bit weights, in ONNX Runtime's fused operators.

Weights are scaled for each output column to 7 bits: on processors without VNNI, ONNX Runtime's
products of 8 and 8 bits overflow (its documentation, "Quantize ONNX models"). Inputs are scaled as
they come, all entries by one scale; a few entries of the encoder are so large that the rest would
keep few bits, so entries and weights are balanced beforehand (SmoothQuant, Xiao et al. 2023).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from sayso.tag.encoder.links import PARTS, WIDTH
from sayso.train.balance import balances
from sayso.train.loss import Batch
from sayso.train.network import EPSILON, Layer, Network

OPSET = 17
IR = 8
MICROSOFT = "com.microsoft"
WEIGHT_STEPS = 63
ROW_STEPS = 127


class Graph:
    """Nodes and constants as they are added, each under a name of its own."""

    def __init__(self, balances: Mapping[nn.Module, Tensor]) -> None:
        self.balances = balances
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, array: NDArray[np.generic]) -> str:
        """Add a constant and return its name."""
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(array), name)
        return name

    def add(
        self, kind: str, inputs: list[str], *outputs: str, domain: str = "", **options: object
    ) -> str:
        """Add a node and return the name of its first output."""
        self.nodes.append(helper.make_node(kind, inputs, list(outputs), domain=domain, **options))
        return outputs[0]


def write_onnx(network: Network, path: Path, sample: Sequence[Batch]) -> None:
    """Write the network to ``path``; entries are balanced by how large they are on the sample.

    Inputs, int64: ``pieces``, ``case``, ``quoting`` [piece] and ``first`` [word], as in a Window.
    Outputs, float32: ``emissions`` [word, label] and ``vectors`` [word, part, entry].
    """
    graph = Graph(balances(network, sample))
    x = _embedded(graph, network)
    for number, layer in enumerate(network.layers):
        x = _layer(graph, layer, x, f"l{number}_")
    axis = graph.constant("axis_0", np.array([0], np.int64))
    flat = graph.add("Squeeze", [x, axis], "flat")
    words = graph.add("Gather", [flat, "first"], "words")
    graph.add(
        "Gemm",
        [
            words,
            graph.constant("emit_weight", _floats(network.emit.weight)),
            graph.constant("emit_bias", _floats(network.emit.bias)),
        ],
        "emissions",
        transB=1,
    )
    projected = graph.add(
        "Gemm",
        [
            words,
            graph.constant("project_weight", _floats(network.project.weight)),
            graph.constant("project_bias", _floats(network.project.bias)),
        ],
        "projected",
        transB=1,
    )
    shape = graph.constant("vectors_shape", np.array([-1, len(PARTS), WIDTH], np.int64))
    graph.add("Reshape", [projected, shape], "vectors")
    _save(graph, network, path)


def _save(graph: Graph, network: Network, path: Path) -> None:
    def ints(name: str, axis: str) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, TensorProto.INT64, [axis])

    labels = network.emit.out_features
    made = helper.make_graph(
        graph.nodes,
        "sayso attribution encoder",
        [
            *(ints(name, "pieces") for name in ("pieces", "case", "quoting")),
            ints("first", "words"),
        ],
        [
            helper.make_tensor_value_info("emissions", TensorProto.FLOAT, ["words", labels]),
            helper.make_tensor_value_info(
                "vectors", TensorProto.FLOAT, ["words", len(PARTS), WIDTH]
            ),
        ],
        list(graph.constants.values()),
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(made, opset_imports=opsets, ir_version=IR, producer_name="sayso")
    onnx.save(model, path)


def _embedded(graph: Graph, network: Network) -> str:
    table = _floats(network.pieces.weight)
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / ROW_STEPS
    rows = graph.constant("piece_rows", np.round(table / scale).astype(np.int8))
    scales = graph.constant("piece_scales", scale.astype(np.float32))
    found = graph.add("Gather", [rows, "pieces"], "piece_row")
    as_float = graph.add("Cast", [found], "piece_float", to=TensorProto.FLOAT)
    scaled = graph.add("Gather", [scales, "pieces"], "piece_scale")
    x = graph.add("Mul", [as_float, scaled], "piece_vector")
    zero = graph.constant("zero", np.array([0], np.int64))
    length = graph.add("Shape", ["pieces"], "length")
    places = graph.constant("positions", _floats(network.positions.weight))
    x = graph.add("Add", [x, graph.add("Slice", [places, zero, length, zero], "placed")], "x_p")
    for name, marks in (("case", network.case), ("quoting", network.quoting)):
        known = graph.constant(f"{name}_rows", _floats(marks.weight))
        x = graph.add("Add", [x, graph.add("Gather", [known, name], f"{name}_row")], f"x_{name}")
    x = graph.add(
        "LayerNormalization",
        [
            x,
            graph.constant("norm_scale", _floats(network.norm.weight)),
            graph.constant("norm_bias", _floats(network.norm.bias)),
        ],
        "x_normed",
        epsilon=EPSILON,
    )
    return graph.add("Unsqueeze", [x, zero], "x_0")


def _layer(graph: Graph, layer: Layer, x: str, at: str) -> str:
    given, weight, scale, zero = _quantized(graph, layer.together, x, f"{at}together")
    graph.add("DynamicQuantizeLinear", [given], f"{at}q", f"{at}q_scale", f"{at}q_zero")
    bias = graph.constant(f"{at}together_bias", _floats(layer.together.bias))
    attended = graph.add(
        "QAttention",
        [f"{at}q", weight, bias, f"{at}q_scale", scale, "", f"{at}q_zero", zero],
        f"{at}attention",
        domain=MICROSOFT,
        num_heads=layer.heads,
    )
    attended = _product(graph, layer.attended, attended, f"{at}attended")
    x = _normed(graph, layer.attended_norm, x, attended, f"{at}attended")
    wide = _product(graph, layer.widened, x, f"{at}widened", biased=False)
    wide_bias = graph.constant(f"{at}widened_bias", _floats(layer.widened.bias))
    wide = graph.add("BiasGelu", [wide, wide_bias], f"{at}gelu", domain=MICROSOFT)
    narrow = _product(graph, layer.narrowed, wide, f"{at}narrowed")
    return _normed(graph, layer.narrowed_norm, x, narrow, f"{at}narrowed")


def _normed(graph: Graph, norm: nn.LayerNorm, x: str, added: str, at: str) -> str:
    # Two nodes rather than SkipLayerNormalization, whose kernel takes ten times as long.
    total = graph.add("Add", [x, added], f"{at}_sum")
    scale = graph.constant(f"{at}_norm_scale", _floats(norm.weight))
    bias = graph.constant(f"{at}_norm_bias", _floats(norm.bias))
    return graph.add("LayerNormalization", [total, scale, bias], f"{at}_normed", epsilon=EPSILON)


def _product(graph: Graph, layer: nn.Linear, x: str, at: str, *, biased: bool = True) -> str:
    inputs = list(_quantized(graph, layer, x, at))
    if biased:
        inputs.append(graph.constant(f"{at}_bias", _floats(layer.bias)))
    return graph.add("DynamicQuantizeMatMul", inputs, f"{at}_out", domain=MICROSOFT)


def _quantized(graph: Graph, layer: nn.Linear, x: str, at: str) -> tuple[str, str, str, str]:
    """Balance a layer's input and weight, and add the weight as [in, out] in 7 bits.

    Return the names of the input, the weight, its scales and its zero points.
    """
    balance = _floats(graph.balances[layer])
    given = graph.add("Mul", [x, graph.constant(f"{at}_balance", 1 / balance)], f"{at}_given")
    columns = _floats(layer.weight).T * balance[:, None]
    scale = np.maximum(np.abs(columns).max(axis=0), 1e-8) / WEIGHT_STEPS
    return (
        given,
        graph.constant(f"{at}_weight", np.round(columns / scale).astype(np.int8)),
        graph.constant(f"{at}_scale", scale.astype(np.float32)),
        graph.constant(f"{at}_zero", np.zeros(scale.shape, np.int8)),
    )


def _floats(tensor: Tensor) -> NDArray[np.float32]:
    return tensor.detach().numpy().astype(np.float32)
