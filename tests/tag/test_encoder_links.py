"""Links: whose words they are, by pointers between spans."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder_parts import even_heads
from sayso.tag.encoder.labels import Floats, Role
from sayso.tag.encoder.links import (
    CROWD,
    DISTANCES,
    LIES,
    LINES,
    PARTS,
    WIDTH,
    Linked,
    Pointer,
    Scene,
    WordSpan,
    link_spans,
    point,
    pointer_classes,
    span_vectors,
)

S, Q, C = Role.SOURCE, Role.CUE, Role.CONTENT
WORDS = 80
ONE_LINE = np.zeros(WORDS, np.int64)
NOTHING = np.zeros((WORDS, len(PARTS), WIDTH), np.float32)
"""Vectors that say nothing, so that only the spans' places tell."""
HALF = LIES // 2


def drawn(seed: int) -> tuple[Floats, Pointer]:
    rng = np.random.default_rng(seed)
    vectors = rng.normal(size=(WORDS, 2, WIDTH)).astype(np.float32)
    sizes = (LIES, CROWD, LINES, WIDTH)
    return vectors, Pointer(*(rng.normal(size=size).astype(np.float32) for size in sizes))


SPANS = st.lists(
    st.tuples(st.integers(0, WORDS - 6), st.integers(1, 5)).map(lambda s: (s[0], s[0] + s[1])),
    max_size=5,
)


@given(st.integers(0, 10_000), SPANS.filter(bool), SPANS)
def test_probabilities_sum_to_one(
    seed: int, from_spans: list[WordSpan], to_spans: list[WordSpan]
) -> None:
    vectors, pointer = drawn(seed)
    log = point(vectors, pointer, from_spans, to_spans, Scene(to_spans, ONE_LINE))
    assert log.shape == (len(from_spans), len(to_spans) + 1)
    assert np.exp(log).sum(axis=1) == pytest.approx(np.ones(len(from_spans)), abs=1e-4)


def test_a_score_is_the_product_of_the_vectors_and_the_bias() -> None:
    vectors, pointer = drawn(3)
    log = point(vectors, pointer, [(4, 6)], [(1, 2)], Scene([(4, 6)], ONE_LINE))
    head = (vectors[4, 0] + vectors[5, 0]) / 2
    arc = head @ vectors[1, 1] / 8 + pointer.distance[1] + pointer.crowd[0] + pointer.lines[0]
    none = head @ pointer.none / 8
    expected = arc - np.logaddexp(arc, none), none - np.logaddexp(arc, none)
    assert log[0] == pytest.approx(np.array(expected), abs=1e-4)


# From, to, all cues; then the classes of distance and of cues between.
CLASSES: list[tuple[WordSpan, WordSpan, list[WordSpan], int, int]] = [
    ((5, 6), (4, 5), [(5, 6)], 0, 0),
    ((5, 6), (6, 9), [(5, 6)], HALF, 0),
    ((5, 6), (2, 4), [(5, 6)], 0, 0),
    ((5, 6), (2, 3), [(5, 6)], 1, 0),
    ((5, 6), (8, 9), [(5, 6)], HALF + 1, 0),
    ((5, 6), (9, 10), [(5, 6)], HALF + 2, 0),
    ((0, 1), (10, 12), [(0, 1)], HALF + 5, 0),
    ((70, 71), (0, 1), [(70, 71)], len(DISTANCES), 0),
    ((0, 1), (66, 67), [(0, 1)], LIES - 1, 0),
    ((5, 6), (20, 21), [(5, 6), (9, 10)], HALF + 6, 1),
    ((20, 21), (5, 6), [(5, 6), (9, 10), (20, 21)], 6, 1),
    ((0, 1), (20, 21), [(3, 4), (6, 7), (9, 10)], HALF + 6, 2),
    ((0, 1), (20, 21), [(9, 10), (3, 4), (40, 41)], HALF + 6, 2),
    ((2, 8), (4, 6), [(2, 8)], 0, 0),
]


@pytest.mark.parametrize(("origin", "target", "cues", "distance", "crowd"), CLASSES)
def test_classes_of_how_two_spans_lie(
    origin: WordSpan, target: WordSpan, cues: list[WordSpan], distance: int, crowd: int
) -> None:
    found = pointer_classes([origin], [target], Scene(cues, ONE_LINE))
    assert [classes.tolist() for classes in found] == [[[distance]], [[crowd]], [[0]]]


@pytest.mark.parametrize(
    ("line", "other", "expected"), [(0, 0, 0), (1, 0, 1), (0, 2, 2), (7, 1, 2)]
)
def test_classes_of_lines_between(line: int, other: int, expected: int) -> None:
    lines = ONE_LINE.copy()
    lines[[4, 9]] = line, other
    _, _, found = pointer_classes([(4, 5)], [(9, 10)], Scene([], lines))
    assert found.tolist() == [[expected]]


@given(SPANS.filter(bool), SPANS.filter(bool), SPANS)
def test_classes_lie_within_the_learned_biases(
    from_spans: list[WordSpan], to_spans: list[WordSpan], cues: list[WordSpan]
) -> None:
    line = np.arange(WORDS) // 7
    found = pointer_classes(from_spans, to_spans, Scene(cues, line))
    for classes, size in zip(found, (LIES, CROWD, LINES), strict=True):
        assert classes.shape == (len(from_spans), len(to_spans))
        assert 0 <= classes.min() <= classes.max() < size


def test_a_span_is_the_mean_of_its_first_and_last_word() -> None:
    vectors, _ = drawn(1)
    found = span_vectors(vectors[:, 0], [(3, 4), (3, 9)])
    assert (found[0] == vectors[3, 0]).all()
    assert found[1] == pytest.approx((vectors[3, 0] + vectors[8, 0]) / 2)


# Spans; then each attribution's source, cue and pieces of content: the nearest, here.
LINKED: list[tuple[list[tuple[Role, int, int]], list[tuple[object, ...]]]] = [
    ([], []),
    ([(S, 0, 1), (Q, 1, 2)], []),
    ([(S, 0, 1), (C, 1, 2)], []),
    ([(S, 0, 1), (Q, 1, 2), (C, 2, 5)], [((0, 1), (1, 2), ((2, 5),))]),
    ([(Q, 1, 2), (C, 2, 5)], [(None, (1, 2), ((2, 5),))]),
    ([(C, 0, 3), (Q, 3, 4), (S, 4, 6)], [((4, 6), (3, 4), ((0, 3),))]),
    (
        [(C, 0, 3), (S, 3, 4), (Q, 4, 5), (C, 6, 9)],
        [((3, 4), (4, 5), ((0, 3), (6, 9)))],
    ),
    (
        [(S, 0, 1), (Q, 1, 2), (C, 2, 9), (S, 30, 31), (Q, 31, 32), (C, 32, 40)],
        [((0, 1), (1, 2), ((2, 9),)), ((30, 31), (31, 32), ((32, 40),))],
    ),
    # One source of two cues; a cue that no content points to is left out.
    (
        [(S, 0, 1), (Q, 1, 2), (C, 2, 5), (Q, 6, 7), (C, 7, 9)],
        [((0, 1), (1, 2), ((2, 5),)), ((0, 1), (6, 7), ((7, 9),))],
    ),
    ([(S, 0, 1), (Q, 1, 2), (Q, 9, 10), (C, 10, 12)], [((0, 1), (9, 10), ((10, 12),))]),
    # What is too far points to nothing.
    ([(S, 0, 1), (Q, 70, 71), (C, 71, 73)], [(None, (70, 71), ((71, 73),))]),
    ([(S, 0, 1), (Q, 1, 2), (C, 70, 73)], []),
]


def linked(spans: list[tuple[Role, int, int]]) -> list[Linked]:
    heads = even_heads()
    return link_spans(spans, NOTHING, heads.to_source, heads.to_cue, ONE_LINE)


@pytest.mark.parametrize(("spans", "expected"), LINKED)
def test_spans_become_attributions(
    spans: list[tuple[Role, int, int]], expected: list[tuple[object, ...]]
) -> None:
    assert [(a.source, a.cue, a.content) for a in linked(spans)] == expected


def test_vectors_outweigh_the_places() -> None:
    vectors = NOTHING.copy()
    vectors[40, PARTS.index("source from cue"), 0] = 30
    vectors[20, PARTS.index("cue to source"), 0] = 30
    heads = even_heads()
    spans = [(S, 20, 21), (S, 39, 40), (Q, 40, 41), (C, 41, 45)]
    (found,) = link_spans(spans, vectors, heads.to_source, heads.to_cue, ONE_LINE)
    assert found.source == (20, 21)


def test_the_probability_is_that_of_the_least_sure_piece() -> None:
    (near,) = linked([(S, 9, 10), (Q, 10, 11), (C, 11, 15)])
    (far,) = linked([(S, 9, 10), (Q, 10, 11), (C, 11, 15), (C, 16, 18)])
    sure, less_sure = 1 / (1 + math.exp(-10)), 1 / (1 + math.exp(-10 / 3))
    assert near.probability == pytest.approx(sure * sure, rel=1e-4)
    assert far.content == ((11, 15), (16, 18))
    assert far.probability == pytest.approx(sure * less_sure, rel=1e-4)
