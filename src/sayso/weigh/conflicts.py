"""Conflicts: accounts of one matter by different parties that cannot all be true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.model import Conflict, ConflictKind, Party, Row, Stance, joined_text
from sayso.weigh.figures import Figure, figures_in
from sayso.weigh.positions import day_of


def conflicts(rows: Sequence[Row], parties: Mapping[str, Party]) -> tuple[Conflict, ...]:
    """Return the conflict of stances and those of figures among a matter's accounts."""
    known = [r for r in rows if r.statement.id in parties and r.stance is not None]
    return (*_of_stance(known, parties), *_of_figures(known, parties))


def label(party: Party) -> str:
    """Return what a conflict calls a party: its side, or its name where it has none."""
    return party.side or party.name


def _of_stance(rows: Sequence[Row], parties: Mapping[str, Party]) -> tuple[Conflict, ...]:
    affirming = [r for r in rows if r.stance is Stance.AFFIRMS]
    denying = [r for r in rows if r.stance is Stance.DENIES]
    affirmers = {parties[r.statement.id].id for r in affirming}
    deniers = {parties[r.statement.id].id for r in denying}
    # A party that only contradicts itself has shifted; that is no conflict.
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
    given = list(latest.items())
    found: dict[str, dict[str, Row]] = {}
    for i, ((party, kind, _), (figure, row)) in enumerate(given):
        for (other, _, _), (contrary, contrary_row) in given[:i]:
            if party != other and figure.excludes(contrary):
                pair = found.setdefault(kind, {})
                pair[contrary_row.statement.id] = contrary_row
                pair[row.statement.id] = row
    return tuple(_conflict(ConflictKind.FIGURE, list(r.values()), parties) for r in found.values())


def _conflict(kind: ConflictKind, rows: Sequence[Row], parties: Mapping[str, Party]) -> Conflict:
    sides = dict.fromkeys(label(parties[r.statement.id]) for r in rows)
    return Conflict(kind, tuple(sides), tuple(dict.fromkeys(r.statement.id for r in rows)))
