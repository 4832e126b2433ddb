"""Which source and which pieces of content belong to which cue: pointers between spans.

A cue points to its source, or to none; each piece of content points to its cue, or to none. A
pointer's score is the product of two projected span vectors and a bias for how the spans lie to
each other (after the arc scores of Dozat and Manning 2017).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.tag.encoder.labels import Floats, Role
from sayso.tag.encoder.words import Ints

WIDTH = 64
"""Entries of one projected vector."""
PARTS = ("source from cue", "cue to source", "cue from content", "content to cue")
"""What the four vectors of a word are for, in order: [word, part, entry]."""
DISTANCES = np.array([1, 2, 3, 5, 8, 12, 20, 32, 64])
"""Upper bounds, in words, of the classes of distance; the last class is open."""
LIES = 2 * (len(DISTANCES) + 1)
CROWD = 3
"""Classes of how many cues stand between: none, one, more."""
LINES = 3
"""Classes of how many lines lie between: none, one, more."""

WordSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """What lies around the spans of a window: all its cues, and each word's line."""

    cues: Sequence[WordSpan]
    line: Ints


@dataclass(frozen=True, slots=True)
class Pointer:
    """Learned parameters of one kind of pointer."""

    distance: Floats
    crowd: Floats
    lines: Floats
    none: Floats
    """Vector that stands for pointing to nothing."""


def pointer_classes(
    from_spans: Sequence[WordSpan],
    to_spans: Sequence[WordSpan],
    scene: Scene,
) -> tuple[Ints, Ints, Ints]:
    """Return the classes of distance, crowd and lines, each [from span, to span]."""
    starts = np.array([s for s, _ in from_spans])[:, None]
    ends = np.array([e for _, e in from_spans])[:, None]
    others = np.array([s for s, _ in to_spans])[None, :]
    other_ends = np.array([e for _, e in to_spans])[None, :]
    after = others >= ends
    gap = np.where(after, others - ends, starts - other_ends)
    distance = np.searchsorted(DISTANCES, gap, side="left") + after * (LIES // 2)
    cue_starts = np.sort(np.array([s for s, _ in scene.cues]))
    low, high = np.minimum(ends, other_ends), np.maximum(starts, others)
    between = np.searchsorted(cue_starts, high) - np.searchsorted(cue_starts, low)
    crowd = np.clip(between, 0, CROWD - 1)
    lines = np.clip(np.abs(scene.line[starts] - scene.line[others]), 0, LINES - 1)
    return distance, crowd, lines


def span_vectors(vectors: Floats, spans: Sequence[WordSpan]) -> Floats:
    """Return [span, entry]: the mean of the first and the last word's vectors."""
    firsts = vectors[[s for s, _ in spans]]
    lasts = vectors[[e - 1 for _, e in spans]]
    mean: Floats = (firsts + lasts) * np.float32(0.5)
    return mean


def point(
    vectors: Floats,
    pointer: Pointer,
    from_spans: Sequence[WordSpan],
    to_spans: Sequence[WordSpan],
    scene: Scene,
) -> Floats:
    """Return the log-probabilities [from span, to span and none last] of one kind of pointer.

    ``vectors`` is [word, 2, entry]: what the words point with, and what is pointed at.
    """
    heads = span_vectors(vectors[:, 0], from_spans)
    scores = (heads @ pointer.none)[:, None] / math.sqrt(WIDTH)
    if to_spans:
        keys = span_vectors(vectors[:, 1], to_spans)
        distance, crowd, lines = pointer_classes(from_spans, to_spans, scene)
        arcs = heads @ keys.T / math.sqrt(WIDTH)
        arcs = arcs + pointer.distance[distance] + pointer.crowd[crowd] + pointer.lines[lines]
        scores = np.concatenate((arcs, scores), axis=1)
    log: Floats = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return log


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution as ranges of words; ``probability`` is the pointers' and the labels'."""

    source: WordSpan | None
    cue: WordSpan
    content: tuple[WordSpan, ...]
    probability: float


def link_spans(
    spans: Sequence[tuple[Role, int, int]],
    vectors: NDArray[np.float32],
    to_source: Pointer,
    to_cue: Pointer,
    line: Ints,
) -> list[Linked]:
    """Join the spans of one window into attributions, in the order of their cues.

    ``vectors`` is [word, 4, entry] as in PARTS. A cue without content and content that points to no
    cue are left out.
    """
    by_role = {role: [(s, e) for r, s, e in spans if r is role] for role in Role}
    sources, cues, contents = by_role[Role.SOURCE], by_role[Role.CUE], by_role[Role.CONTENT]
    if not contents:
        return []
    scene = Scene(cues, line)
    pieces: dict[int, list[tuple[WordSpan, float]]] = {}
    to_cues = point(vectors[:, 2:], to_cue, contents, cues, scene)
    for content, scores in zip(contents, to_cues, strict=True):
        chosen = int(scores.argmax())
        pieces.setdefault(chosen, []).append((content, float(scores[chosen])))
    found: list[Linked] = []
    to_sources = point(vectors[:, :2], to_source, cues, sources, scene) if cues else None
    for index, cue in enumerate(cues):
        if to_sources is None or index not in pieces:
            continue
        chosen = int(to_sources[index].argmax())
        found.append(
            Linked(
                source=sources[chosen] if chosen < len(sources) else None,
                cue=cue,
                content=tuple(span for span, _ in pieces[index]),
                probability=math.exp(
                    float(to_sources[index, chosen]) + min(score for _, score in pieces[index])
                ),
            )
        )
    return found
