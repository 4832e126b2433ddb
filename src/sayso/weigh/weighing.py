"""One matter's rows, weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.model import Row, Weighing
from sayso.weigh.conflicts import conflicts
from sayso.weigh.merges import NO_MERGES, Merges
from sayso.weigh.parties import principals
from sayso.weigh.positions import origin_of, positions, shifts


def weigh(rows: Sequence[Row], origins: Mapping[str, str], merges: Merges = NO_MERGES) -> Weighing:
    """Return what a matter's rows amount to; ``origins`` maps article ids to origin ids.

    It may also map the ids of statements that come from another origin than their article's.
    ``merges`` is the user's word on who is one party.
    """
    parties = principals(rows, merges)
    held = positions(rows, parties, origins)
    return Weighing(
        positions=held,
        shifts=shifts(held, rows),
        conflicts=conflicts(rows, parties, merges),
        articles=len({row.article.id for row in rows}),
        origins=len({origin_of(row, origins) for row in rows}),
    )
