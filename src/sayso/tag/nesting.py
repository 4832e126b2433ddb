"""Which attribution lies inside which: innermost content around all of another's spans."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Attribution


def inside_of(attributions: Sequence[Attribution]) -> list[int | None]:
    """Return, for each attribution, the index of the innermost other one that holds it whole.

    An attribution holds another when one piece of its content contains all the other's pieces.
    Its own pieces reach further than its content, its cue being apart, so there are no cycles.
    """
    pieces = sorted(
        (
            (span.start, -span.end, index)
            for index, a in enumerate(attributions)
            for span in a.content
        )
    )
    order = sorted(
        range(len(attributions)),
        key=lambda i: (attributions[i].pieces[0].start, -_end(attributions[i])),
    )
    holders: list[int | None] = [None] * len(attributions)
    open_pieces: list[tuple[int, int, int]] = []
    cursor = 0
    for index in order:
        start, end = attributions[index].pieces[0].start, _end(attributions[index])
        while cursor < len(pieces) and pieces[cursor][0] <= start:
            begin, minus_end, owner = pieces[cursor]
            while open_pieces and open_pieces[-1][1] <= begin:
                open_pieces.pop()
            open_pieces.append((begin, -minus_end, owner))
            cursor += 1
        while open_pieces and open_pieces[-1][1] <= start:
            open_pieces.pop()
        for _, finish, owner in reversed(open_pieces):
            if owner != index and finish >= end:
                holders[index] = owner
                break
    return holders


def _end(attribution: Attribution) -> int:
    return max(span.end for span in attribution.pieces)
