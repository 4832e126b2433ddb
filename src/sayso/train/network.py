"""The network: a BERT encoder (Devlin et al. 2019), a labelling head and two pointers.

Small and plain on purpose: ``export`` writes the same computation as an ONNX graph.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.tag.encoder.labels import LABELS
from sayso.tag.encoder.links import CROWD, LIES, LINES, PARTS, WIDTH
from sayso.tag.encoder.words import Case, Quoting
from sayso.train.crf import Chain


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of an encoder; those of MiniLM-L6-H384 by default (Wang et al. 2020)."""

    layers: int = 6
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    pieces: int = 30522
    positions: int = 512


EPSILON = 1e-12
"""Of BERT's layer norms."""


def _dropped(x: Tensor, share: float, training: bool) -> Tensor:
    """Drop whole entries over a text, one mask a text: cheaper than a mask for each word."""
    if not training or not share:
        return x
    keep = torch.rand(x.shape[0], 1, x.shape[2]) >= share
    return x * (keep / (1 - share))


class Layer(nn.Module):
    """One transformer layer, norms after (Vaswani et al. 2017)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.together = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.attended = nn.Linear(shape.hidden, shape.hidden)
        self.attended_norm = nn.LayerNorm(shape.hidden, eps=EPSILON)
        self.widened = nn.Linear(shape.hidden, shape.inner)
        self.narrowed = nn.Linear(shape.inner, shape.hidden)
        self.narrowed_norm = nn.LayerNorm(shape.hidden, eps=EPSILON)

    def forward(self, x: Tensor, mask: Tensor | None, dropout: float) -> Tensor:
        """Return [text, piece, entry] for the same; ``mask`` is [text, 1, 1, piece]."""
        texts, length, hidden = x.shape
        query, key, value = (
            part.view(texts, length, self.heads, -1).transpose(1, 2)
            for part in self.together(x).split(hidden, dim=2)
        )
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        attended = self.attended(attended.transpose(1, 2).reshape(texts, length, hidden))
        x = self.attended_norm(x + _dropped(attended, dropout, self.training))
        widened = functional.gelu(self.widened(x))
        return self.narrowed_norm(x + _dropped(self.narrowed(widened), dropout, self.training))


class PointerHead(nn.Module):
    """Biases of one kind of pointer and its vector for nothing; see ``tag.encoder.links``."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Parameter(torch.zeros(LIES))
        self.crowd = nn.Parameter(torch.zeros(CROWD))
        self.lines = nn.Parameter(torch.zeros(LINES))
        self.none = nn.Parameter(torch.zeros(WIDTH))


class Network(nn.Module):
    """Word pieces with their marks of form to labels' scores and vectors of words."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.pieces = nn.Embedding(shape.pieces, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.case = nn.Embedding(len(Case), shape.hidden)
        self.quoting = nn.Embedding(len(Quoting), shape.hidden)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quoting.weight)
        self.norm = nn.LayerNorm(shape.hidden, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.emit = nn.Linear(shape.hidden, len(LABELS))
        self.project = nn.Linear(shape.hidden, len(PARTS) * WIDTH)
        self.chain = Chain()
        self.to_source = PointerHead()
        self.to_cue = PointerHead()

    def encode(
        self, pieces: Tensor, case: Tensor, quoting: Tensor, mask: Tensor | None, dropout: float
    ) -> Tensor:
        """Return [text, piece, entry]."""
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        x = self.norm(x + self.case(case) + self.quoting(quoting))
        x = _dropped(x, dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask, dropout)
        return x

    def heads(self, x: Tensor, first: Tensor, dropout: float) -> tuple[Tensor, Tensor]:
        """Return emissions [text, word, label] and vectors [text, word, part, entry]."""
        index = first[..., None].expand(-1, -1, x.shape[2])
        words = _dropped(x.gather(1, index), dropout, self.training)
        vectors = self.project(words).view(*first.shape, len(PARTS), WIDTH)
        return self.emit(words), vectors


def load_bert(network: Network, weights: Mapping[str, Tensor]) -> None:
    """Copy a BERT encoder's weights, named as in Hugging Face's files, into the network."""

    def copy(to: Tensor, *names: str) -> None:
        found = torch.cat([weights[name] for name in names])
        with torch.no_grad():
            to.copy_(found)

    def copy_both(to: nn.Module, *names: str) -> None:
        for kind in ("weight", "bias"):
            copy(getattr(to, kind), *(f"{name}.{kind}" for name in names))

    copy(network.pieces.weight, "embeddings.word_embeddings.weight")
    copy(network.positions.weight, "embeddings.position_embeddings.weight")
    with torch.no_grad():
        # One kind of segment only, so its vector can lie in the positions'.
        network.positions.weight += weights["embeddings.token_type_embeddings.weight"][0]
    copy_both(network.norm, "embeddings.LayerNorm")
    for number, layer in enumerate(network.layers):
        at = f"encoder.layer.{number}"
        copy_both(
            layer.together, *(f"{at}.attention.self.{part}" for part in ("query", "key", "value"))
        )
        copy_both(layer.attended, f"{at}.attention.output.dense")
        copy_both(layer.attended_norm, f"{at}.attention.output.LayerNorm")
        copy_both(layer.widened, f"{at}.intermediate.dense")
        copy_both(layer.narrowed, f"{at}.output.dense")
        copy_both(layer.narrowed_norm, f"{at}.output.LayerNorm")
