"""Conflicts: accounts of one matter by different parties that cannot all be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Conflict, ConflictKind, Party, Row, Stance, joined_text
from sayso.weigh.days import contrary_days
from sayso.weigh.figures import Figure, figures_in
from sayso.weigh.positions import day_of


def conflicts(rows: Sequence[Row], parties: Mapping[str, Party]) -> tuple[Conflict, ...]:
    """Return the conflict of stances and those of figures and days among a matter's accounts."""
    known = [r for r in rows if r.statement.id in parties and r.stance is not None]
    labels = {r.statement.id: label(parties[r.statement.id]) for r in known}
    when = contrary_days(known, labels)
    of_days = (_conflict(ConflictKind.FIGURE, when, parties),) if when else ()
    return (*_of_stance(known, parties), *_of_figures(known, parties), *of_days)


def label(party: Party) -> str:
    """Return what a conflict calls a party: its side, or its name where it has none."""
    return party.side or party.name


def _of_stance(rows: Sequence[Row], parties: Mapping[str, Party]) -> tuple[Conflict, ...]:
    affirming = [r for r in rows if r.stance is Stance.AFFIRMS]
    denying = [r for r in rows if r.stance is Stance.DENIES]
    affirmers = {label(parties[r.statement.id]) for r in affirming}
    deniers = {label(parties[r.statement.id]) for r in denying}
    # A party or side that only contradicts itself has shifted; that is no conflict.
    if not (affirmers and deniers) or len(affirmers | deniers) < 2:
        return ()
    return (_conflict(ConflictKind.STANCE, [*affirming, *denying], parties),)


def _of_figures(rows: Sequence[Row], parties: Mapping[str, Party]) -> tuple[Conflict, ...]:
    latest: dict[tuple[str, str, str | None], tuple[Figure, Row]] = {}
    affirmed = [r for r in rows if r.stance is not Stance.DENIES]
    for row in sorted(affirmed, key=lambda r: (str(day_of(r) or ""), r.statement.id)):
        for figure in figures_in(joined_text(row.statement.content)):
            # A party's tolls grow with time: only its latest one stands.
            latest[parties[row.statement.id].id, figure.kind, figure.of] = (figure, row)
    by_kind: dict[str, list[_Given]] = defaultdict(list)
    for (_, kind, _), (figure, row) in latest.items():
        by_kind[kind].append(_Given(label(parties[row.statement.id]), figure, row))
    contrary = [_contrary(given) for given in by_kind.values()]
    return tuple(_conflict(ConflictKind.FIGURE, rows, parties) for rows in contrary if rows)


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure that somebody stands by, with its row; ``camp`` is what a conflict calls them."""

    camp: str
    figure: Figure
    row: Row


def _contrary(given: Sequence[_Given]) -> list[Row]:
    """Return the rows of figures of one kind that a figure by another camp excludes.

    Only the extremes are compared: whatever is excluded at all is excluded by the lowest or the
    highest figure of its thing, or by the next such of another camp.
    """
    of_thing: dict[str | None, list[_Given]] = defaultdict(list)
    for one in given:
        of_thing[one.figure.of].append(one)
    extremes: list[_Given] = []
    for same in of_thing.values():
        extremes += _first_two(sorted(same, key=lambda g: g.figure.high))
        extremes += _first_two(sorted(same, key=lambda g: -g.figure.low))
    return [
        one.row
        for one in given
        if any(e.camp != one.camp and e.figure.excludes(one.figure) for e in extremes)
    ]


def _first_two(given: Sequence[_Given]) -> list[_Given]:
    """Return the first, and the first by another camp."""
    other = next((g for g in given if g.camp != given[0].camp), None)
    return [given[0]] if other is None else [given[0], other]


def _conflict(kind: ConflictKind, rows: Sequence[Row], parties: Mapping[str, Party]) -> Conflict:
    sides = dict.fromkeys(label(parties[r.statement.id]) for r in rows)
    return Conflict(kind, tuple(sides), tuple(dict.fromkeys(r.statement.id for r in rows)))
