"""A linear-chain CRF's loss (Lafferty, McCallum and Pereira 2001)."""

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

    def loss(self, emissions: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        """Return the mean negative log-likelihood a word.

        ``emissions`` is [text, word, label], ``labels`` [text, word], ``lengths`` [text].
        """
        steps = self.scores()
        between, start = steps[:-1], steps[-1]
        longest = emissions.shape[1]
        inside = torch.arange(longest)[None, :] < lengths[:, None]
        gold = emissions.gather(2, labels[..., None])[..., 0]
        gold = gold + torch.cat(
            (start[labels[:, :1]], between[labels[:, :-1], labels[:, 1:]]), dim=1
        )
        score = start + emissions[:, 0]
        for i in range(1, longest):
            onward = torch.logsumexp(score[:, :, None] + between, dim=1) + emissions[:, i]
            score = torch.where(inside[:, i, None], onward, score)
        total = torch.logsumexp(score, dim=1).sum() - (gold * inside).sum()
        return total / lengths.sum()
