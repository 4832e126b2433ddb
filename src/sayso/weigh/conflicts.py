"""Conflicts: accounts of one matter by different parties that cannot all be true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.model import Conflict, ConflictKind, Party, Row, Stance
from sayso.weigh.days import contrary_days
from sayso.weigh.tolls import contrary_figures


def conflicts(rows: Sequence[Row], parties: Mapping[str, Party]) -> tuple[Conflict, ...]:
    """Return the conflict of stances and those of figures and days among a matter's accounts."""
    known = [r for r in rows if r.statement.id in parties and r.stance is not None]
    labels = {r.statement.id: label(parties[r.statement.id]) for r in known}
    when = contrary_days(known, labels)
    of_days = (_conflict(ConflictKind.FIGURE, when, parties),) if when else ()
    of_figures = (
        _conflict(ConflictKind.FIGURE, rows_of_kind, parties)
        for rows_of_kind in contrary_figures(known, labels)
    )
    return (*_of_stance(known, parties), *of_figures, *of_days)


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


def _conflict(kind: ConflictKind, rows: Sequence[Row], parties: Mapping[str, Party]) -> Conflict:
    sides = dict.fromkeys(label(parties[r.statement.id]) for r in rows)
    return Conflict(kind, tuple(sides), tuple(dict.fromkeys(r.statement.id for r in rows)))
