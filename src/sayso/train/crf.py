"""A linear-chain CRF's loss (Lafferty, McCallum and Pereira 2001), for gold and for a teacher's.

What is wanted is given as expected labels and steps. Of gold they are certain; of a teacher they
are its marginals, and the loss is then the cross-entropy of the two distributions over all
sequences of labels, up to a constant (Wang et al. 2021, "Structural knowledge distillation").
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from sayso.tag.encoder.labels import LABELS, NEVER, allowed_steps


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
