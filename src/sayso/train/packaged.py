"""A model package's weights in the network again, so that its training can go on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import nn

from sayso.errors import MissingPartError
from sayso.tag.encoder.links import Pointer
from sayso.tag.encoder.package import HEADS, WEIGHTS, read_heads
from sayso.train.network import Network, PointerHead, Shape

PACKAGED, RECORD = WEIGHTS, "training.json"
"""The files of a package that hold its weights, and how it was trained."""
Arrays = Mapping[str, NDArray[Any]]


def is_package(folder: Path) -> bool:
    """Return whether a folder holds a model package, not a pretrained encoder."""
    return (folder / WEIGHTS).is_file() and (folder / HEADS).is_file()


def package_network(folder: Path, shape: Shape) -> Network:
    """Return the network that a package was written from, less what its 8 bits lost.

    ``shape`` gives the heads of attention, which no size in the package tells. Raises
    MissingPartError when the package can't be read.
    """
    try:
        graph = onnx.load(folder / WEIGHTS).graph
        arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
        heads = read_heads(json.loads((folder / HEADS).read_bytes()))
        network = Network(_shape_of(arrays, shape.heads))
        with torch.no_grad():
            _fill(network, arrays)
    except Exception as exc:  # a damaged graph is many kinds of exception, some of them bare
        raise MissingPartError(
            f"The model in {folder} can't be trained on ({type(exc).__name__}: {exc})",
            remedy="Name a folder that 'sayso train attribution' wrote, or a pretrained encoder",
        ) from exc
    network.chain.steps.data.copy_(torch.from_numpy(heads.steps))
    network.chain.steps.data.masked_fill_(network.chain.get_buffer("forbidden"), 0.0)
    _fill_pointer(network.to_source, heads.to_source)
    _fill_pointer(network.to_cue, heads.to_cue)
    return network


def _shape_of(arrays: Arrays, heads: int) -> Shape:
    layers = sum(name.endswith("_together_weight") for name in arrays)
    hidden, inner = arrays["l0_widened_weight"].shape
    pieces, positions = len(arrays["piece_rows"]), len(arrays["positions"])
    return Shape(layers, hidden, heads, inner, pieces, positions)


def _fill(network: Network, arrays: Arrays) -> None:
    def copy(to: torch.Tensor, found: NDArray[Any]) -> None:
        to.copy_(torch.from_numpy(np.array(found, np.float32)))

    def copy_linear(to: nn.Linear, at: str) -> None:
        columns = arrays[f"{at}_weight"] * arrays[f"{at}_scale"]
        copy(to.weight, (columns * arrays[f"{at}_balance"][:, None]).T)
        copy(to.bias, arrays[f"{at}_bias"])

    def copy_norm(to: nn.LayerNorm, at: str) -> None:
        copy(to.weight, arrays[f"{at}_scale"])
        copy(to.bias, arrays[f"{at}_bias"])

    copy(network.pieces.weight, arrays["piece_rows"] * arrays["piece_scales"])
    copy(network.positions.weight, arrays["positions"])
    copy(network.case.weight, arrays["case_rows"])
    copy(network.quoting.weight, arrays["quoting_rows"])
    copy_norm(network.norm, "norm")
    for number, layer in enumerate(network.layers):
        for name in ("together", "attended", "widened", "narrowed"):
            copy_linear(getattr(layer, name), f"l{number}_{name}")
        for name in ("attended", "narrowed"):
            copy_norm(getattr(layer, f"{name}_norm"), f"l{number}_{name}_norm")
    for name in ("emit", "project"):
        copy(getattr(network, name).weight, arrays[f"{name}_weight"])
        copy(getattr(network, name).bias, arrays[f"{name}_bias"])


def _fill_pointer(head: PointerHead, pointer: Pointer) -> None:
    for name, parameter in head.named_parameters():
        parameter.data.copy_(torch.from_numpy(getattr(pointer, name)))
