"""Narrowing the inner layers: entries that matter least on sample text are taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.train.loss import Batch
from sayso.train.network import Network


def narrowed(network: Network, sample: Sequence[Batch], inner: int) -> Network:
    """Return a network whose layers keep the ``inner`` entries that give most on the sample.

    An entry's weight is its mean size times the size of what it adds (after Molchanov et al. 2017).
    """
    given = [torch.zeros(network.shape.inner) for _ in network.layers]
    hooks = [
        layer.widened.register_forward_hook(_adding_to(total))
        for layer, total in zip(network.layers, given, strict=True)
    ]
    network.eval()
    with torch.no_grad():
        for batch in sample:
            network.encode(batch.inputs)
    for hook in hooks:
        hook.remove()
    small = Network(replace(network.shape, inner=inner))
    state = network.state_dict()
    for number, (layer, total) in enumerate(zip(network.layers, given, strict=True)):
        worth = total * layer.narrowed.weight.detach().norm(dim=0)
        kept = worth.topk(inner).indices.sort().values
        at = f"layers.{number}"
        for name in ("weight", "bias"):
            state[f"{at}.widened.{name}"] = state[f"{at}.widened.{name}"][kept]
        state[f"{at}.narrowed.weight"] = state[f"{at}.narrowed.weight"][:, kept]
    small.load_state_dict(state)
    return small


def _adding_to(total: Tensor) -> object:
    def hook(_layer: nn.Module, _given: object, found: Tensor) -> None:
        total.add_(functional.gelu(found).abs().mean(dim=(0, 1)))

    return hook
