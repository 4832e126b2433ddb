"""A linear-chain CRF's loss (Lafferty, McCallum and Pereira 2001), for gold and for a teacher's.

What is wanted is given as expected labels and steps. Of gold they are certain; of a teacher they
are its marginals, and the loss is then the cross-entropy of the two distributions over all
sequences of labels, up to a constant (Wang et al. 2021, "Structural knowledge distillation").
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from sayso.tag.encoder.labels import LABELS, NEVER, Floats, Role, allowed_steps, begins, goes_on
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


class Chain(nn.Module):
    """Scores of the steps from label to label; the last row is the start's."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(LABELS) + 1, len(LABELS)))
        self.register_buffer("forbidden", torch.from_numpy(~allowed_steps()), persistent=False)

    def scores(self) -> Tensor:
        """Return [label, next label], forbidden steps at NEVER."""
        return self.steps.masked_fill(self.get_buffer("forbidden"), NEVER)

    def loss(self, emissions: Tensor, labels: Tensor, taken: Tensor, lengths: Tensor) -> Tensor:
        """Return the mean loss a word.

        ``emissions`` and ``labels`` are [text, word, label], ``taken`` [text, word, label before,
        label], ``lengths`` [text]; labels and steps are as in Wanted, those of padding zero.
        """
        steps = self.scores()
        between, start = steps[:-1], steps[-1]
        longest = emissions.shape[1]
        inside = torch.arange(longest)[None, :] < lengths[:, None]
        wanted = (emissions * labels).sum() + (start * labels[:, 0]).sum()
        wanted = wanted + (between * taken[:, 1:]).sum()
        score = start + emissions[:, 0]
        for i in range(1, longest):
            onward = torch.logsumexp(score[:, :, None] + between, dim=1) + emissions[:, i]
            score = torch.where(inside[:, i, None], onward, score)
        total = torch.logsumexp(score, dim=1).sum() - wanted
        return total / lengths.sum()
