"""Windows side by side, padded to one length, as the network takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from sayso.tag.encoder.labels import Floats
from sayso.tag.encoder.windows import Window
from sayso.tag.encoder.words import Case, Ints


@dataclass(frozen=True, slots=True)
class Inputs:
    """``pieces``, ``case``, ``quoting`` [text, piece], ``first`` [text, word] as in a Window.

    ``mask`` [text, 1, 1, piece] is true where there is a piece, None when all are of one length.
    """

    pieces: Tensor
    case: Tensor
    quoting: Tensor
    mask: Tensor | None
    first: Tensor


def make_inputs(windows: Sequence[Window]) -> Inputs:
    """Return the windows as one batch."""
    sizes = torch.tensor([len(window.pieces) for window in windows])
    longest = int(sizes.max())
    mask = None
    if int(sizes.min()) < longest:
        mask = (torch.arange(longest)[None, :] < sizes[:, None])[:, None, None, :]
    return Inputs(
        pieces=padded([window.pieces for window in windows]),
        case=padded([window.case for window in windows]),
        quoting=padded([window.quoting for window in windows]),
        mask=mask,
        first=padded([window.first for window in windows]),
    )


def partly_hidden(
    window: Window,
    rng: np.random.Generator,
    *,
    mask_piece: int,
    hide_words: float,
    hide_case: float,
) -> Window:
    """Return a window of which a share of the pieces is hidden, and sometimes all case."""
    hidden = rng.random(len(window.pieces)) < hide_words
    hidden[0] = False
    pieces = np.where(hidden, mask_piece, window.pieces)
    case = np.full_like(window.case, Case.HIDDEN) if rng.random() < hide_case else window.case
    return replace(window, pieces=pieces, case=case)


def padded(arrays: Sequence[Ints] | Sequence[Floats]) -> Tensor:
    """Return arrays of one entry a piece or word as one tensor, the text first."""
    return pad_sequence([torch.from_numpy(array) for array in arrays], batch_first=True)
