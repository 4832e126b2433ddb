"""Batches of windows and what the network loses on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.tag.encoder.links import WIDTH, Scene, WordSpan, pointer_classes
from sayso.tag.encoder.windows import Window
from sayso.tag.encoder.words import Ints
from sayso.train.gold import GoldLink, GoldText
from sayso.train.inputs import Inputs, make_inputs, padded, partly_hidden
from sayso.train.network import Network, PointerHead
from sayso.train.wanted import Wanted, certain


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its gold: what is wanted of its words, lines [word], links in its words."""

    window: Window
    wanted: Wanted
    line: Ints
    links: tuple[GoldLink, ...]


def make_example(text: GoldText, window: Window) -> Example:
    """Cut a text's gold down to a window; links keep what lies in it whole."""
    low, high = window.low, window.high

    def here(span: WordSpan) -> bool:
        return low <= span[0] and span[1] <= high

    def moved(span: WordSpan) -> WordSpan:
        return span[0] - low, span[1] - low

    links = tuple(
        GoldLink(
            moved(link.cue),
            moved(link.source) if link.source and here(link.source) else None,
            tuple(moved(piece) for piece in link.content if here(piece)),
        )
        for link in text.links
        if here(link.cue)
    )
    wanted = text.wanted or certain(text.labels)
    return Example(window, wanted.within(low, high), text.words.line[low:high], links)


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side; ``labels``, ``taken``, ``lengths`` are as the CRF's loss has them."""

    inputs: Inputs
    labels: Tensor
    taken: Tensor
    lengths: Tensor
    examples: tuple[Example, ...]


def make_batch(
    examples: Sequence[Example],
    rng: np.random.Generator,
    *,
    mask_piece: int,
    hide_words: float,
    hide_case: float,
) -> Batch:
    """Return a batch; shares of words lose their pieces, and of texts all marks of case."""
    shown = [
        partly_hidden(
            example.window, rng, mask_piece=mask_piece, hide_words=hide_words, hide_case=hide_case
        )
        for example in examples
    ]
    return Batch(
        inputs=make_inputs(shown),
        labels=padded([example.wanted.labels for example in examples]),
        taken=padded([example.wanted.steps for example in examples]),
        lengths=torch.tensor([len(example.line) for example in examples]),
        examples=tuple(examples),
    )


def batch_loss(
    network: Network,
    batch: Batch,
    *,
    dropout: float,
    link_weight: float,
    hide_spans: float,
    halved: bool,
) -> Tensor:
    """Return the loss of labels a word, and of links a pointer, weighted.

    ``halved`` multiplies inside the encoder in 16 bits (bfloat16).
    """
    with torch.autocast("cpu", torch.bfloat16, enabled=halved):
        x = network.encode(batch.inputs, dropout)
    emissions, vectors = network.heads(x.float(), batch.inputs.first, dropout)
    loss = network.chain.loss(emissions, batch.labels, batch.taken, batch.lengths)
    lost = [
        part
        for example, found in zip(batch.examples, vectors, strict=True)
        for part in link_losses(network, example, found, hide=hide_spans)
    ]
    if lost:
        loss = loss + link_weight * torch.cat(lost).mean()
    return loss


def link_losses(
    network: Network, example: Example, vectors: Tensor, *, hide: float = 0.0
) -> list[Tensor]:
    """Return the losses of a window's pointers, each [pointer]; ``vectors`` [word, part, entry].

    A share ``hide`` of the cues and sources is taken away, and what belongs to them points to
    nothing: spans that the labels missed must not draw others' pieces to them.
    """
    links = [link for link in example.links if link.content]
    sources = _kept({link.source for link in links if link.source}, hide)
    cues = _kept({link.cue for link in links}, hide)
    contents = sorted({piece for link in links for piece in link.content})
    if not contents:
        return []
    to_source = {link.cue: link.source for link in links}
    to_cue = {piece: link.cue for link in links for piece in link.content}
    scene = Scene(cues, example.line)
    losses = [
        _lost(
            _pointed(network.to_cue, vectors[:, 2:], contents, cues, scene),
            [_index(cues, to_cue[piece]) for piece in contents],
        )
    ]
    if cues:
        losses.append(
            _lost(
                _pointed(network.to_source, vectors[:, :2], cues, sources, scene),
                [_index(sources, to_source[cue]) for cue in cues],
            )
        )
    return losses


def _kept(spans: set[WordSpan], hide: float) -> list[WordSpan]:
    """Return the spans in order, less a share that is drawn."""
    draws = torch.rand(len(spans)).tolist()
    return [span for span, draw in zip(sorted(spans), draws, strict=True) if draw >= hide]


def _index(spans: Sequence[WordSpan], wanted: WordSpan | None) -> int:
    """Return the place of a span, that of nothing (the last) if it is not there."""
    return spans.index(wanted) if wanted in spans else len(spans)


def _lost(scores: Tensor, wanted: Sequence[int]) -> Tensor:
    return functional.cross_entropy(scores, torch.tensor(wanted), reduction="none")


def _pointed(
    head: PointerHead,
    vectors: Tensor,
    from_spans: Sequence[WordSpan],
    to_spans: Sequence[WordSpan],
    scene: Scene,
) -> Tensor:
    """Return the scores of ``tag.encoder.links.point`` before they are normed."""
    heads = _means(vectors[:, 0], from_spans)
    nothing = (heads @ head.none)[:, None] / WIDTH**0.5
    if not to_spans:
        return nothing
    keys = _means(vectors[:, 1], to_spans)
    distance, crowd, lines = map(torch.from_numpy, pointer_classes(from_spans, to_spans, scene))
    arcs = heads @ keys.T / WIDTH**0.5
    arcs = arcs + head.distance[distance] + head.crowd[crowd] + head.lines[lines]
    return torch.cat((arcs, nothing), dim=1)


def _means(vectors: Tensor, spans: Sequence[WordSpan]) -> Tensor:
    firsts = vectors[torch.tensor([s for s, _ in spans])]
    lasts = vectors[torch.tensor([e - 1 for _, e in spans])]
    return (firsts + lasts) / 2
