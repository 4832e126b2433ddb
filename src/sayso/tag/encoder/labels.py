"""Labels of words, and reading the best sequence of them: a linear-chain CRF's decoding.

Sources: Ramshaw and Marcus 1995 (BIO); Lafferty, McCallum and Pereira 2001 (CRF).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Role(IntEnum):
    """What a span is in its attribution."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


OUTSIDE = 0
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NEVER = -1e4
"""Score of a step that BIO does not allow."""


def begins(role: Role) -> int:
    """Return the label of a span's first word."""
    return 1 + 2 * role


def goes_on(role: Role) -> int:
    """Return the label of a span's other words."""
    return 2 + 2 * role


def allowed_steps() -> NDArray[np.bool_]:
    """Return which label may follow which, [label, next label]; row -1 is the text's start."""
    allowed = np.ones((len(LABELS) + 1, len(LABELS)), np.bool_)
    for role in Role:
        allowed[:, goes_on(role)] = False
        allowed[begins(role), goes_on(role)] = True
        allowed[goes_on(role), goes_on(role)] = True
    return allowed


def best_labels(texts: Sequence[Floats], steps: Floats) -> list[list[int]]:
    """Return the best sequence of labels of each text (Viterbi 1967), all texts in step.

    Each text's emissions are [word, label]; ``steps`` is [label, next label] with a last row for
    the start.
    """
    lengths = [len(emissions) for emissions in texts]
    longest = max(lengths, default=0)
    if not longest:
        return [[] for _ in texts]
    # Shorter texts stand at the end, so that all of them end together.
    padded = np.zeros((longest, len(texts), len(LABELS)), np.float32)
    for column, emissions in enumerate(texts):
        padded[longest - len(emissions) :, column] = emissions
    begin = np.array([longest - length for length in lengths])
    between = np.ascontiguousarray(steps[:-1].T)
    back = np.empty((longest, len(texts), len(LABELS)), np.int64)
    score = np.zeros((len(texts), len(LABELS)), np.float32)
    for i in range(longest):
        paths = between + score[:, None, :]
        back[i] = paths.argmax(axis=2)
        score = paths.max(axis=2) + padded[i]
        starting = begin == i
        if starting.any():
            score[starting] = steps[-1] + padded[i, starting]
    return [
        _traced(back[:, column], int(score[column].argmax()), begin[column], longest)
        for column in range(len(texts))
    ]


def _traced(back: NDArray[np.int64], last: int, begin: int, end: int) -> list[int]:
    """Return the labels that lead to the last one; ``back`` is [word, label]."""
    found = [last] if end > begin else []
    for steps_back in back[begin + 1 : end][::-1].tolist():
        found.append(steps_back[found[-1]])
    return found[::-1]


_ROLES = (Role.SOURCE, *(role for role in Role for _ in range(2)))
"""The role that each label marks; the first is never asked for."""


def spans_of(labels: list[int]) -> list[tuple[Role, int, int]]:
    """Return the spans that the labels mark, as half-open ranges of words, in order."""
    found: list[tuple[Role, int, int]] = []
    for i, label in enumerate(labels):
        if label == OUTSIDE:
            continue
        role = _ROLES[label]
        if not label % 2 and found and found[-1][2] == i and found[-1][0] is role:
            found[-1] = (role, found[-1][1], i + 1)
        else:
            found.append((role, i, i + 1))
    return found
