"""Labels: the best sequence that BIO allows, and the spans that labels mark."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder_parts import even_heads
from sayso.tag.encoder.labels import (
    LABELS,
    NEVER,
    Floats,
    Role,
    allowed_steps,
    begins,
    best_labels,
    goes_on,
    spans_of,
)

START = -1
"""The row of the steps from a text's start."""


def score(labels: tuple[int, ...] | list[int], emissions: Floats, steps: Floats) -> float:
    total = sum(float(emissions[i, label]) for i, label in enumerate(labels))
    return total + sum(float(steps[a, b]) for a, b in pairwise([START, *labels]))


def drawn(seed: int, lengths: list[int]) -> tuple[list[Floats], Floats]:
    rng = np.random.default_rng(seed)
    steps = rng.normal(size=(len(LABELS) + 1, len(LABELS))).astype(np.float32)
    steps[~allowed_steps()] = NEVER
    emissions = [rng.normal(size=(n, len(LABELS))).astype(np.float32) * 3 for n in lengths]
    return emissions, steps


@given(st.integers(0, 10_000), st.lists(st.integers(0, 4), min_size=1, max_size=4))
def test_no_sequence_is_better_than_the_best(seed: int, lengths: list[int]) -> None:
    texts, steps = drawn(seed, lengths)
    for emissions, found in zip(texts, best_labels(texts, steps), strict=True):
        assert len(found) == len(emissions)
        best = max(
            score(labels, emissions, steps)
            for labels in product(range(len(LABELS)), repeat=len(emissions))
        )
        assert score(found, emissions, steps) == pytest.approx(best, abs=1e-4)


@given(st.integers(0, 10_000), st.lists(st.integers(0, 40), max_size=5))
def test_a_forbidden_step_is_never_taken(seed: int, lengths: list[int]) -> None:
    texts, steps = drawn(seed, lengths)
    allowed = allowed_steps()
    for found in best_labels(texts, steps):
        assert all(allowed[a, b] for a, b in pairwise([START, *found]))


@given(st.integers(0, 10_000), st.lists(st.integers(0, 12), max_size=6))
def test_texts_beside_each_other_change_nothing(seed: int, lengths: list[int]) -> None:
    texts, steps = drawn(seed, lengths)
    assert best_labels(texts, steps) == [best_labels([text], steps)[0] for text in texts]


def test_a_span_can_not_go_on_from_nothing_even_if_a_word_looks_so() -> None:
    emissions = np.zeros((2, len(LABELS)), np.float32)
    emissions[:, goes_on(Role.CONTENT)] = 5
    emissions[:, begins(Role.CONTENT)] = 1
    (found,) = best_labels([emissions], even_heads().steps)
    assert [LABELS[label] for label in found] == ["B-content", "I-content"]


def test_steps_that_are_allowed() -> None:
    allowed = allowed_steps()
    for role, other in product(Role, Role):
        assert allowed[begins(role), goes_on(other)] == (role is other)
        assert allowed[goes_on(role), goes_on(other)] == (role is other)
        assert allowed[goes_on(role), begins(other)]
    assert not allowed[[0, START]][:, [goes_on(role) for role in Role]].any()
    assert allowed[[0, START]][:, [0, *(begins(role) for role in Role)]].all()


@pytest.mark.parametrize("role", Role)
def test_labels_are_named_by_their_role(role: Role) -> None:
    assert LABELS[begins(role)] == f"B-{role.name.lower()}"
    assert LABELS[goes_on(role)] == f"I-{role.name.lower()}"


S, Q, C = Role.SOURCE, Role.CUE, Role.CONTENT
SPANS = [
    ("", []),
    ("O O", []),
    ("B-source O B-cue", [(S, 0, 1), (Q, 2, 3)]),
    ("B-source I-source B-cue B-content I-content I-content", [(S, 0, 2), (Q, 2, 3), (C, 3, 6)]),
    ("B-content B-content", [(C, 0, 1), (C, 1, 2)]),
    ("B-content O B-content I-content O", [(C, 0, 1), (C, 2, 4)]),
    # What the steps forbid, but labels from elsewhere may hold, begins a span.
    ("I-cue I-cue", [(Q, 0, 2)]),
    ("B-source I-cue", [(S, 0, 1), (Q, 1, 2)]),
    ("B-content O I-content", [(C, 0, 1), (C, 2, 3)]),
]


@pytest.mark.parametrize(("labels", "expected"), SPANS)
def test_spans_that_labels_mark(labels: str, expected: list[tuple[Role, int, int]]) -> None:
    assert spans_of([LABELS.index(label) for label in labels.split()]) == expected
