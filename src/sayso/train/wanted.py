"""What is wanted of a text's words: how probable each label is, and each step to it.

Of gold both are certain; of a teacher they are its marginals.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.tag.encoder.labels import LABELS, Floats, Role, begins, goes_on
from sayso.tag.encoder.words import Ints


@dataclass(frozen=True, slots=True)
class Wanted:
    """How probable each label is at each word, ``labels`` [word, label], and each step to it.

    ``steps`` is [word, label before, label]; the first word's is of no use.
    """

    labels: Floats
    steps: Floats

    def within(self, low: int, high: int) -> Wanted:
        """Return what is wanted of the words ``[low, high)`` alone; cut spans begin there."""
        labels, steps = self.labels[low:high].copy(), self.steps[low:high].copy()
        for role in Role:
            first, later = begins(role), goes_on(role)
            labels[0, first] += labels[0, later]
            labels[0, later] = 0
            steps[1:2, first] += steps[1:2, later]
            steps[1:2, later] = 0
        return Wanted(labels, steps)

    def mixed(self, other: Wanted, share: float) -> Wanted:
        """Return this with a share of the other."""
        return Wanted(
            self.labels + share * (other.labels - self.labels),
            self.steps + share * (other.steps - self.steps),
        )


def certain(labels: Ints) -> Wanted:
    """Return labels [word] as what is wanted."""
    known = np.eye(len(LABELS), dtype=np.float32)[labels]
    before = np.concatenate((known[:1], known[:-1]))
    return Wanted(known, before[:, :, None] * known[:, None, :])


def marginals(emissions: Floats, steps: Floats) -> Wanted:
    """Return a text's marginals (forward-backward, Rabiner 1989).

    ``emissions`` is [word, label], ``steps`` [label, next label] with a last row for the start.
    """
    between = np.exp(steps[:-1].astype(np.float64))
    seen = np.exp(emissions.astype(np.float64) - emissions.max(axis=1, keepdims=True))
    forward, backward = np.empty_like(seen), np.ones_like(seen)
    score = np.exp(steps[-1].astype(np.float64)) * seen[0]
    for i in range(len(seen)):
        if i:
            score = (forward[i - 1] @ between) * seen[i]
        forward[i] = score / score.sum()
    for i in range(len(seen) - 2, -1, -1):
        score = between @ (seen[i + 1] * backward[i + 1])
        backward[i] = score / score.sum()
    labels = forward * backward
    labels /= labels.sum(axis=1, keepdims=True)
    taken = np.zeros((len(seen), len(LABELS), len(LABELS)))
    taken[1:] = forward[:-1, :, None] * between * (seen * backward)[1:, None, :]
    taken[1:] /= taken[1:].sum(axis=(1, 2), keepdims=True)
    return Wanted(labels.astype(np.float32), taken.astype(np.float32))
