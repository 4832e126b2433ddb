"""Pretrained encoders' weights, named as in Hugging Face's files, into the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.train.network import Network

Weights = Mapping[str, Tensor]

_MPNET_PIECES = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
_MPNET_PADDING = 2
"""Rows of MPNet's table of places that belong to no place."""


def load_bert(network: Network, weights: Weights) -> None:
    """Copy a BERT encoder's weights into the network; raises KeyError when one is not there."""
    _copy(network.pieces.weight, weights["embeddings.word_embeddings.weight"])
    places = weights["embeddings.position_embeddings.weight"]
    # One kind of segment only, so its vector can lie in the positions'.
    _copy(network.positions.weight, places + weights["embeddings.token_type_embeddings.weight"][0])
    _copy_layers(
        network,
        weights,
        together=[f"attention.self.{part}" for part in ("query", "key", "value")],
        attended="attention.output.dense",
        attended_norm="attention.output.LayerNorm",
    )


def load_mpnet(network: Network, weights: Weights, own: Tokenizer, pieces: Tokenizer) -> None:
    """Copy an MPNet encoder's weights into a network that reads another tokenizer's pieces.

    ``own`` is the encoder's tokenizer; both have BERT's vocabulary, numbered otherwise.
    Raises KeyError when a weight is not there.
    """
    unknown = own.token_to_id("[UNK]")
    rows = [unknown] * network.shape.pieces
    for piece, row in pieces.get_vocab().items():
        found = own.token_to_id(_MPNET_PIECES.get(piece, piece))
        rows[row] = unknown if found is None else found
    _copy(network.pieces.weight, weights["embeddings.word_embeddings.weight"][torch.tensor(rows)])
    places = weights["embeddings.position_embeddings.weight"]
    _copy(network.positions.weight, places[_MPNET_PADDING:])
    if network.distances is not None:
        _copy(network.distances.weight, weights["encoder.relative_attention_bias.weight"])
    _copy_layers(
        network,
        weights,
        together=[f"attention.attn.{part}" for part in "qkv"],
        attended="attention.attn.o",
        attended_norm="attention.LayerNorm",
    )


def _copy_layers(
    network: Network,
    weights: Weights,
    *,
    together: Sequence[str],
    attended: str,
    attended_norm: str,
) -> None:
    def copy_both(to: nn.Module, *names: str) -> None:
        for kind in ("weight", "bias"):
            _copy(getattr(to, kind), torch.cat([weights[f"{name}.{kind}"] for name in names]))

    copy_both(network.norm, "embeddings.LayerNorm")
    for number, layer in enumerate(network.layers):
        at = f"encoder.layer.{number}"
        copy_both(layer.together, *(f"{at}.{name}" for name in together))
        copy_both(layer.attended, f"{at}.{attended}")
        copy_both(layer.attended_norm, f"{at}.{attended_norm}")
        copy_both(layer.widened, f"{at}.intermediate.dense")
        copy_both(layer.narrowed, f"{at}.output.dense")
        copy_both(layer.narrowed_norm, f"{at}.output.LayerNorm")


def _copy(to: Tensor, found: Tensor) -> None:
    with torch.no_grad():
        to.copy_(found)
