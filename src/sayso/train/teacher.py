"""The teacher: a large encoder trained once, from whose readings the small one learns.

What it says of a text is soft: how probable each label of each word is. That tells more than the
one annotation a corpus has, and there may be as much text as one likes (Hinton et al. 2015).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from sayso.tag.encoder.decode import read_windows
from sayso.tag.encoder.labels import Floats, best_labels
from sayso.tag.encoder.windows import Window, windows
from sayso.tag.encoder.words import Ints, Words
from sayso.train.gold import GoldLink
from sayso.train.inputs import make_inputs
from sayso.train.loop import Recipe
from sayso.train.network import Network
from sayso.train.package import heads_of

TEACHER = Recipe(
    epochs=2,
    rate=7e-5,
    layer_decay=0.92,
    hide_words=0.05,
    average=0.995,
    inner=3072,
    frozen=3,
)
"""How the teacher is trained: large networks learn faster, and at lower rates."""

LONGEST = 208
"""Word pieces in a window that the teacher reads: it was trained on windows up to this."""
AT_ONCE = 4096
"""Word pieces read together."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a network makes of a text: emissions [word, label], best labels [word], links."""

    emissions: Floats
    labels: Ints
    links: tuple[GoldLink, ...]


def read_texts(network: Network, texts: Sequence[Words], start_piece: int) -> list[Reading]:
    """Return a network's readings of texts, in 16 bits inside the encoder."""
    heads = heads_of(network)
    longest = min(LONGEST, network.shape.positions)
    cuts = [list(windows(words, start_piece, longest=longest)) for words in texts]
    with torch.inference_mode():
        outputs = iter(_outputs(network, [window for own in cuts for window in own]))
    found = []
    for words, own in zip(texts, cuts, strict=True):
        read = [next(outputs) for _ in own]
        labels = best_labels([emissions for emissions, _ in read], heads.steps)
        links = tuple(
            GoldLink(linked.cue, linked.source, linked.content)
            for linked in read_windows(words, own, read, heads)
        )
        found.append(
            Reading(
                emissions=np.concatenate([emissions for emissions, _ in read]),
                labels=np.array([label for window in labels for label in window], np.int64),
                links=links,
            )
        )
    return found


def _outputs(network: Network, cuts: Sequence[Window]) -> list[tuple[Floats, NDArray[np.float32]]]:
    """Return emissions [word, label] and vectors [word, part, entry] of each window."""
    found: list[tuple[Floats, NDArray[np.float32]] | None] = [None] * len(cuts)
    for group in _of_like_length(cuts):
        inputs = make_inputs([cuts[i] for i in group])
        with torch.autocast("cpu", torch.bfloat16):
            x = network.encode(inputs)
        emissions, vectors = network.heads(x.float(), inputs.first)
        for row, i in enumerate(group):
            words = len(cuts[i].first)
            found[i] = emissions[row, :words].numpy(), vectors[row, :words].numpy()
    return [one for one in found if one is not None]


def _of_like_length(cuts: Sequence[Window]) -> Iterator[list[int]]:
    """Yield the windows' places in groups that are read together."""
    group: list[int] = []
    for i in sorted(range(len(cuts)), key=lambda i: len(cuts[i].pieces)):
        if group and len(cuts[i].pieces) * (len(group) + 1) > AT_ONCE:
            yield group
            group = []
        group.append(i)
    if group:
        yield group
