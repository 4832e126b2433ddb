"""What the encoder says of windows, read as attributions in the text's words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.tag.encoder.labels import Floats, best_labels, spans_of
from sayso.tag.encoder.links import Linked, Pointer, WordSpan, link_spans
from sayso.tag.encoder.windows import Window
from sayso.tag.encoder.words import Words


@dataclass(frozen=True, slots=True)
class Heads:
    """Learned parameters that are used outside the encoder: steps of labels, and pointers."""

    steps: Floats
    to_source: Pointer
    to_cue: Pointer


def read_windows(
    words: Words, windows: Sequence[Window], outputs: Sequence[tuple[Floats, Floats]], heads: Heads
) -> list[Linked]:
    """Return the windows' attributions, in their order; the ranges are of the text's words.

    An output is a window's emissions [word, label] and vectors [word, part, entry].
    """
    found: list[Linked] = []
    labelled = best_labels([emissions for emissions, _ in outputs], heads.steps)
    for window, (emissions, vectors), labels in zip(windows, outputs, labelled, strict=True):
        line = words.line[window.low : window.high]
        linked = link_spans(spans_of(labels), vectors, heads.to_source, heads.to_cue, line)
        if linked:
            sure = emissions[np.arange(len(labels)), labels]
            sure = sure - np.logaddexp.reduce(emissions, axis=1)
            found += [_placed(one, window.low, sure) for one in linked]
    return found


def _placed(linked: Linked, by: int, sure: Floats) -> Linked:
    """Move an attribution by so many words, and count in how sure its labels are on average."""

    def moved(span: WordSpan) -> WordSpan:
        return span[0] + by, span[1] + by

    spans = [s for s in (linked.source, linked.cue, *linked.content) if s]
    mean = np.concatenate([sure[slice(*span)] for span in spans]).mean()
    return Linked(
        source=moved(linked.source) if linked.source else None,
        cue=moved(linked.cue),
        content=tuple(moved(span) for span in linked.content),
        probability=linked.probability * math.exp(mean),
    )
