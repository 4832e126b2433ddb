"""The network: a BERT encoder (Devlin et al. 2019), a labelling head and two pointers.

Small and plain on purpose: ``export`` writes the same computation as an ONNX graph. A teacher may
be an MPNet encoder (Song et al. 2020): the same with attention that knows how far apart pieces are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.tag.encoder.labels import LABELS
from sayso.tag.encoder.links import CROWD, LIES, LINES, PARTS, WIDTH
from sayso.tag.encoder.words import Case, Quoting
from sayso.train.crf import Chain
from sayso.train.inputs import Inputs


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of an encoder; those of MiniLM-L6-H384 by default (Wang et al. 2020).

    ``distances`` is the number of classes of distances between pieces, 0 for an encoder without.
    """

    layers: int = 6
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    pieces: int = 30522
    positions: int = 512
    distances: int = 0


MINILM = Shape()
MPNET_BASE = Shape(layers=12, hidden=768, inner=3072, distances=32)

EPSILON = 1e-12
"""Of BERT's layer norms."""
FURTHEST = 128
"""Pieces apart from which on all distances are one class (Raffel et al. 2020)."""


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
        """Return [text, piece, entry] for the same.

        ``mask`` tells where scores of attention count, or what is added to them; it spreads to
        [text, head, piece, piece].
        """
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
        # Not trained: it is one table for all layers, small, and attention is faster without.
        self.distances = (
            nn.Embedding(shape.distances, shape.heads).requires_grad_(False)
            if shape.distances
            else None
        )
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.emit = nn.Linear(shape.hidden, len(LABELS))
        self.project = nn.Linear(shape.hidden, len(PARTS) * WIDTH)
        self.chain = Chain()
        self.to_source = PointerHead()
        self.to_cue = PointerHead()

    def encode(self, inputs: Inputs, dropout: float = 0.0) -> Tensor:
        """Return [text, piece, entry]."""
        length, mask = inputs.pieces.shape[1], inputs.mask
        x = self.pieces(inputs.pieces) + self.positions.weight[:length]
        x = self.norm(x + self.case(inputs.case) + self.quoting(inputs.quoting))
        x = _dropped(x, dropout, self.training)
        if self.distances is not None:
            mask = _with_distances(self.distances.weight, length, mask)
        for layer in self.layers:
            x = layer(x, mask, dropout)
        return x

    def heads(self, x: Tensor, first: Tensor, dropout: float = 0.0) -> tuple[Tensor, Tensor]:
        """Return emissions [text, word, label] and vectors [text, word, part, entry]."""
        index = first[..., None].expand(-1, -1, x.shape[2])
        words = _dropped(x.gather(1, index), dropout, self.training)
        vectors = self.project(words).view(*first.shape, len(PARTS), WIDTH)
        return self.emit(words), vectors


def _with_distances(known: Tensor, length: int, mask: Tensor | None) -> Tensor:
    """Return what to add to scores [text, head, piece, piece] for distances and for the mask."""
    classes = distance_classes(length, known.shape[0])
    added = known[classes].permute(2, 0, 1)[None]
    if mask is not None:
        added = added.masked_fill(~mask, float("-inf"))
    kind = torch.get_autocast_dtype("cpu") if torch.is_autocast_enabled("cpu") else added.dtype
    return added.to(kind)


def distance_classes(length: int, count: int) -> Tensor:
    """Return the class of the way from each piece to each: near ones apart, far ones by logs.

    One half of the ``count`` classes is for pieces that follow (Raffel et al. 2020, section 2.1).
    """
    places = torch.arange(length)
    way = places[None, :] - places[:, None]
    half = count // 2
    near = half // 2
    far = way.abs().clamp_min(1)
    logs = (far / near).log() / math.log(FURTHEST / near) * (half - near)
    large = (near + logs.long()).clamp_max(half - 1)
    return torch.where(far < near, way.abs(), large) + half * (way > 0)
