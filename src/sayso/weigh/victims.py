"""Counts of those to whom something befell: they tell of a deed, or stand beside it."""

from __future__ import annotations

from sayso.model import joined_text
from sayso.weigh.deeds import kinds_of
from sayso.weigh.figures import figures_in
from sayso.weigh.numbers import words as figure_words
from sayso.weigh.reading import Reading

_FATES = {"killed", "wounded", "missing"}
_BEFALLEN = _FATES | {"infected"}


def counts_sufferers(reading: Reading) -> bool:
    """Whether the words count people to whom something befell."""
    counted = figures_in(joined_text(reading.row.statement.content))
    return any(figure.kind in _BEFALLEN for figure in counted)


def counts_victims(reading: Reading) -> bool:
    """Whether the words count those who came to harm, by more than a share of a whole war's."""
    if not reading.tells(kinds_of("consequences")):
        return False
    counted = figures_in(joined_text(reading.row.statement.content))
    return any(figure.kind in _FATES and not figure.part for figure in counted)


def is_bare(reading: Reading) -> bool:
    """Whether a count of victims tells nothing else: "more than 20 dead"."""
    named = {deed.at for deed in reading.deeds}
    fates = figure_words().kinds
    telling = (t for t in reading.topics if t.at not in named and reading.words[t.at] not in fates)
    return sum(1 for _ in telling) <= 1


def counts(reading: Reading) -> bool:
    """Whether the words count or measure anything."""
    return reading.measures or bool(figures_in(joined_text(reading.row.statement.content)))
