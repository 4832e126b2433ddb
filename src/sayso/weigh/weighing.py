"""One matter's rows, weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.model import Row, Weighing
from sayso.weigh.conflicts import conflicts
from sayso.weigh.parties import principals
from sayso.weigh.positions import positions, shifts


def weigh(rows: Sequence[Row], origins: Mapping[str, str]) -> Weighing:
    """Return what a matter's rows amount to; ``origins`` maps article ids to origin ids."""
    parties = principals(rows)
    held = positions(rows, parties, origins)
    articles = {row.article.id for row in rows}
    return Weighing(
        positions=held,
        shifts=shifts(held, rows),
        conflicts=conflicts(rows, parties),
        articles=len(articles),
        origins=len({origins.get(article, article) for article in articles}),
    )
