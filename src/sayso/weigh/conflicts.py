"""Conflicts: accounts of one matter by different parties that cannot all be true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.model import Conflict, ConflictKind, Party, Row, Stance
from sayso.weigh.days import contrary_days
from sayso.weigh.merges import Merges
from sayso.weigh.opposed import opposed
from sayso.weigh.reading import read_rows
from sayso.weigh.sites import contrary_sites
from sayso.weigh.tolls import contrary_figures

_TWO = 2


def conflicts(
    rows: Sequence[Row], parties: Mapping[str, Party], merges: Merges
) -> tuple[Conflict, ...]:
    """Return the conflict of stances and those of figures, days and places among accounts."""
    known = [r for r in rows if r.statement.id in parties and r.stance is not None]
    labels = {r.statement.id: label(parties[r.statement.id]) for r in known}
    when = contrary_days(known, labels)
    where = contrary_sites(known, labels)
    of_days = tuple(
        _conflict(ConflictKind.FIGURE, found, parties) for found in (when, where) if found
    )
    of_figures = (
        _conflict(ConflictKind.FIGURE, rows_of_kind, parties)
        for rows_of_kind in contrary_figures(known, labels)
    )
    return (*_of_stance(known, parties, merges), *of_figures, *of_days)


def label(party: Party) -> str:
    """Return what a conflict calls a party: its side, or its name where it has none."""
    return party.side or party.name


def _of_stance(
    rows: Sequence[Row], parties: Mapping[str, Party], merges: Merges
) -> tuple[Conflict, ...]:
    stances = {r.stance for r in rows}
    labels = {r.statement.id: label(parties[r.statement.id]) for r in rows}
    # A party or side that only contradicts itself has shifted; that is no conflict.
    if not stances >= {Stance.AFFIRMS, Stance.DENIES} or len(set(labels.values())) < _TWO:
        return ()
    affirming, denying = opposed(read_rows(rows, merges), labels)
    if not (affirming and denying):
        return ()
    return (_conflict(ConflictKind.STANCE, [*affirming, *denying], parties),)


def _conflict(kind: ConflictKind, rows: Sequence[Row], parties: Mapping[str, Party]) -> Conflict:
    sides = dict.fromkeys(label(parties[r.statement.id]) for r in rows)
    return Conflict(kind, tuple(sides), tuple(dict.fromkeys(r.statement.id for r in rows)))
