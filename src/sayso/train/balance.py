"""How large the entries are that each layer's products take in, and how to even them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from sayso.train.loss import Batch
from sayso.train.network import Network

SHARE = 0.75
"""How much of an entry's size moves into its weights (SmoothQuant's alpha).

Of 0.35 to 0.95 the one that kept most words' labels; weights bear more, scaled column by column.
"""


def balances(network: Network, sample: Sequence[Batch]) -> Mapping[nn.Module, Tensor]:
    """Return, for each product inside the layers, what to divide each entry of its input by.

    The weights of the entry are to be multiplied by the same (Xiao et al. 2023, equation 4).
    """
    largest: dict[nn.Module, Tensor] = {}

    def measure(product: nn.Module, given: tuple[Tensor, ...]) -> None:
        found = given[0].detach().abs().amax(dim=(0, 1))
        largest[product] = torch.maximum(largest.get(product, found), found)

    products = [
        product
        for layer in network.layers
        for product in (layer.together, layer.attended, layer.widened, layer.narrowed)
    ]
    hooks = [product.register_forward_pre_hook(measure) for product in products]
    network.eval()
    with torch.no_grad():
        for batch in sample:
            network.encode(batch.inputs)
    for hook in hooks:
        hook.remove()
    return {product: _balance(product.weight, largest[product]) for product in products}


def _balance(weight: Tensor, largest: Tensor) -> Tensor:
    """Return the divisors [in] of an input; their geometric mean is 1."""
    weights = weight.detach().abs().amax(dim=0).clamp_min(1e-5)
    logs = SHARE * largest.clamp_min(1e-5).log() - (1 - SHARE) * weights.log()
    return (logs - logs.mean()).exp()
