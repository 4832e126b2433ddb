"""Vectors of the commonest English words, from the rows of an encoder's word pieces."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer
from wordfreq import top_n_list

from sayso.errors import MissingPartError
from sayso.link.vectors import Matrix, unit_rows

COMMONEST = 25_000
ENTRIES = 64
"""Linking is as good with these as with all of an encoder's 384, within what chance does."""
STEPS = 127
WEIGHTS, TOKENIZER, ROWS = "model.safetensors", "tokenizer.json", "word_embeddings.weight"


def word_vectors(folder: Path) -> tuple[tuple[str, ...], NDArray[np.int8]]:
    """Return the commonest words and a row for each, [word, entry], of a BERT encoder's folder.

    Raises MissingPartError when it holds none.
    """
    try:
        weights = load_file(folder / WEIGHTS)
        pieces = next(rows for name, rows in weights.items() if name.endswith(ROWS))
        tokenizer = Tokenizer.from_str((folder / TOKENIZER).read_text("utf-8"))
    except Exception as exc:  # a broken tokenizer is a bare Exception
        raise MissingPartError(
            f"There is no encoder's word pieces in {folder} ({type(exc).__name__}: {exc})",
            remedy=f"Name a folder with {WEIGHTS} and {TOKENIZER}: --base",
        ) from exc
    words = [w for w in top_n_list("en", COMMONEST) if w.isascii() and w.isalpha() and len(w) > 1]
    numbers = [tokenizer.encode(word, add_special_tokens=False).ids for word in words]
    return tuple(words), shortened(_means(pieces, numbers), ENTRIES)


def _means(pieces: Matrix, numbers: Sequence[Sequence[int]]) -> Matrix:
    return np.stack([pieces[of_word].mean(0) for of_word in numbers])


def shortened(rows: Matrix, entries: int) -> NDArray[np.int8]:
    """Return rows with what all share taken off, on their main axes, each scaled to 8 bits."""
    rows = unit_rows(rows - rows.mean(0))
    _, axes = np.linalg.eigh(rows.T @ rows)
    short = rows @ axes[:, ::-1][:, :entries]
    largest = np.abs(short).max(1, keepdims=True)
    return np.round(short / np.where(largest > 0, largest, 1) * STEPS).astype(np.int8)
