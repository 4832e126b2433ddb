"""Cutting a text's words into windows that the encoder reads one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from sayso.tag.encoder.words import Case, Ints, Quoting, Words

LONGEST = 144
"""Most word pieces in a window, its start piece included."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``[low, high)`` of a text as the encoder's input; arrays of one entry a word piece.

    ``first`` is, for each word, the index of its first piece; the start piece is at 0.
    """

    low: int
    high: int
    pieces: Ints
    case: Ints
    quoting: Ints
    first: Ints


def windows(
    words: Words, start_piece: int, *, longest: int = LONGEST, shortest_first: int | None = None
) -> Iterator[Window]:
    """Yield windows that cover all words, each of at most ``longest`` pieces.

    They are cut after a line where that leaves at least half a window, else after a sentence, best
    one outside quotation marks, else anywhere. ``shortest_first`` makes the first window of at
    most so many pieces: training shifts the cuts by it.
    """
    low = 0
    limit = shortest_first or longest
    while low < len(words):
        high = _cut(words, low, limit - 1)
        yield make_window(words, low, high, start_piece)
        low, limit = high, longest


def _cut(words: Words, low: int, room: int) -> int:
    furthest = int(np.searchsorted(words.first, words.first[low] + room, side="right")) - 1
    furthest = min(max(furthest, low + 1), len(words))
    if furthest == len(words):
        return furthest
    half = int(np.searchsorted(words.first, words.first[low] + room // 2))
    # A quotation of several sentences has its speaker at one end only.
    follows = np.append(words.quoting[1:], Quoting.OUTSIDE)
    unquoted = words.ends_sentence & (follows != Quoting.INSIDE)
    for is_end in (words.is_break, unquoted, words.ends_sentence):
        ends = np.flatnonzero(is_end[half:furthest])
        if len(ends):
            return _past_break(words, half + int(ends[-1]) + 1, furthest)
    return furthest


def _past_break(words: Words, cut: int, furthest: int) -> int:
    """Take the break along with the sentence that ends its line."""
    ends_line = cut < furthest and words.is_break[cut] and not words.is_break[cut - 1]
    return cut + 1 if ends_line else cut


def make_window(words: Words, low: int, high: int, start_piece: int) -> Window:
    """Return words ``[low, high)`` as one window, however many pieces they have."""
    begin, end = int(words.first[low]), int(words.first[high])
    counts = np.diff(words.first[low : high + 1])
    return Window(
        low=low,
        high=high,
        pieces=np.concatenate(([start_piece], words.pieces[begin:end])),
        case=np.concatenate(([0], np.repeat(words.case[low:high], counts))),
        quoting=np.concatenate(([0], np.repeat(words.quoting[low:high], counts))),
        first=words.first[low:high] - begin + 1,
    )


def make_own_window(words: Words, low: int, high: int, start_piece: int) -> Window:
    """Return words ``[low, high)`` as a window that reads like a text of its own.

    A break follows them, and a quotation that they begin in is not marked as one.
    """
    window = make_window(words, low, high, start_piece)
    quoting = window.quoting
    if quoting[1] == Quoting.INSIDE:
        quoting = np.where(quoting == Quoting.INSIDE, Quoting.OUTSIDE, quoting)
    # The last word of all is a break: every line ends in one.
    return replace(
        window,
        pieces=np.append(window.pieces, words.pieces[-1]),
        case=np.append(window.case, Case.MARK),
        quoting=np.append(quoting, Quoting.OUTSIDE),
    )
