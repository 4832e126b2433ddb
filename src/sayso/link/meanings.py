"""Vectors of words: which of them mean much the same, as an encoder of English has learned it.

They are an encoder's rows of its word pieces, averaged for each of the commonest words and made
shorter; ``sayso.train.words`` makes them. A word that is not among them has the vector of those
with its stem, or none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from sayso.link.terms import stem
from sayso.link.vectors import Matrix, unit_rows

WORD_VECTORS = "word_vectors.npz"


@dataclass(frozen=True, slots=True)
class Meanings:
    """Vectors of unit length, [word, entry], and the rows of each word and of each stem."""

    vectors: Matrix
    of_word: Mapping[str, int]
    of_stem: Mapping[str, tuple[int, ...]]

    def of(self, phrases: Sequence[Iterable[str]]) -> Matrix:
        """Return the mean of each phrase's words, at unit length: [phrase, entry].

        Words are in lower case; a phrase of unknown ones has nothing but zeros.
        """
        found = np.zeros((len(phrases), self.vectors.shape[1]), dtype=np.float32)
        for mean, words in zip(found, phrases, strict=True):
            known = [self.vectors[rows].mean(0) for word in words if (rows := self._rows(word))]
            if known:
                mean[:] = np.mean(known, axis=0)
        return unit_rows(found)

    def _rows(self, word: str) -> list[int]:
        row = self.of_word.get(word)
        return list(self.of_stem.get(stem(word), ())) if row is None else [row]


def make_meanings(words: Sequence[str], rows: NDArray[np.int8]) -> Meanings:
    """Return the meanings of words, in lower case, with a row of whole numbers for each."""
    of_stem: dict[str, list[int]] = defaultdict(list)
    for row, word in enumerate(words):
        of_stem[stem(word)].append(row)
    return Meanings(
        unit_rows(rows.astype(np.float32)),
        {word: row for row, word in enumerate(words)},
        {name: tuple(found) for name, found in of_stem.items()},
    )


@lru_cache(maxsize=1)
def load_meanings() -> Meanings:
    """Return the vectors that ship with sayso."""
    with files("sayso.link").joinpath(WORD_VECTORS).open("rb") as stream:
        return read_meanings(stream)


def read_meanings(stream: IO[bytes]) -> Meanings:
    """Return what ``write_meanings`` wrote."""
    with np.load(stream, allow_pickle=False) as stored:
        return make_meanings(stored["words"].tobytes().decode("utf-8").split("\n"), stored["rows"])


def write_meanings(words: Sequence[str], rows: NDArray[np.int8], path: Path) -> None:
    """Write words and their rows, [word, entry], as arrays of plain numbers."""
    letters = np.frombuffer("\n".join(words).encode("utf-8"), np.uint8)
    np.savez_compressed(path, words=letters, rows=rows)
