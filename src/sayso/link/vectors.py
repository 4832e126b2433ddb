"""Sparse terms as rows of a matrix, for comparing many with each other at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Terms = Mapping[str, float]
Matrix = NDArray[np.float32]


def rows_of(terms: Sequence[Terms]) -> Matrix:
    """Return one row for each: [row, term]; the terms stand in the order of their first use."""
    columns: dict[str, int] = {}
    for one in terms:
        for term in one:
            columns.setdefault(term, len(columns))
    found = np.zeros((len(terms), len(columns)), dtype=np.float32)
    for row, one in enumerate(terms):
        for term, weight in one.items():
            found[row, columns[term]] = weight
    return found


def unit_rows(vectors: Matrix) -> Matrix:
    """Return rows scaled to unit length; those of nothing stay nothing."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def shared_rows(terms: Sequence[Terms]) -> Matrix:
    """Return one row for each, of the terms that several have: dot products need no others."""
    told = Counter(term for one in terms for term in one)
    return rows_of([{t: w for t, w in one.items() if told[t] > 1} for one in terms])


def dots(terms: Sequence[Terms], *, first: int | None = None) -> Matrix:
    """Return the dot products of each two, or of so many first ones with all: [row, row].

    Those of a row with itself may lack what no other has.
    """
    vectors = shared_rows(terms)
    return vectors[:first] @ vectors.T


def dots_beside(terms: Sequence[Terms], *, first: int | None = None) -> Matrix:
    """Return the dot products as ``dots`` does, less about their largest part.

    What is taken off is the length of the vector of the parts. That is the part itself where there
    is but one, a third of the whole for nine equal ones.
    """
    vectors = shared_rows(terms)
    squares = vectors * vectors
    return vectors[:first] @ vectors.T - np.sqrt(squares[:first] @ squares.T)


def cosines(terms: Sequence[Terms]) -> Matrix:
    """Return the cosines of each two, 0 with one that holds nothing: [row, row]."""
    vectors = unit_rows(rows_of(terms))
    return vectors @ vectors.T
