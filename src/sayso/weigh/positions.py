"""Positions over time and the shifts between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise

from sayso.model import Party, Position, Row, Shift, Stance

_FIRM = {Stance.AFFIRMS, Stance.DENIES}
_SOFT = {Stance.EVADES, Stance.DOUBTS}


def day_of(row: Row) -> date | None:
    """Return the day by which a statement was made: its own, or its article's."""
    said = row.statement.said
    return (said.end or said.start if said else None) or row.article.published


def positions(
    rows: Sequence[Row], parties: Mapping[str, Party], origins: Mapping[str, str]
) -> tuple[Position, ...]:
    """Return each party's stances in order of time; a run of one stance is one position.

    A neutral account interrupts nothing: it counts only for a party that has no other.
    Statements without a party have no position. ``origins`` maps article ids, and ids of
    statements that come from another origin than their article's, to origin ids.
    """
    of_party: dict[str, list[Row]] = defaultdict(list)
    for row in _without_copies(rows, parties, origins):
        if row.statement.id in parties and row.stance is not None:
            of_party[parties[row.statement.id].id].append(row)
    found: list[Position] = []
    for accounts in of_party.values():
        telling = [r for r in accounts if r.stance is not Stance.NEUTRAL] or accounts
        firm = _firm_days(telling)
        telling = [r for r in telling if not _evades_beside(r, firm)]
        telling.sort(key=_order)
        for stance, run in groupby(telling, key=lambda r: r.stance):
            found.append(_position(list(run), stance or Stance.NEUTRAL, parties))
    return tuple(found)


def _firm_days(accounts: Iterable[Row]) -> Mapping[str, set[date | None]]:
    """Return by article the days on which a party affirms or denies there."""
    found: dict[str, set[date | None]] = defaultdict(set)
    for row in accounts:
        if row.stance in _FIRM:
            found[row.article.id].add(day_of(row))
    return found


def _evades_beside(row: Row, firm: Mapping[str, set[date | None]]) -> bool:
    """Whether a party evades or doubts in the same breath in which it answers the question.

    Who says that not a vote was added, and not when the results come, has denied.
    """
    days = firm.get(row.article.id)
    if row.stance not in _SOFT or not days:
        return False
    said = row.statement.said
    return said is None or said.start is None or day_of(row) in days


def _without_copies(
    rows: Iterable[Row], parties: Mapping[str, Party], origins: Mapping[str, str]
) -> list[Row]:
    """Return the rows less those that a later copy of the same text only repeats.

    A copy appears days after its original: taken for itself, its undated statements would look
    like positions taken on those later days.
    """
    first_article: dict[tuple[object, ...], str] = {}
    kept: list[Row] = []
    for row in sorted(rows, key=_order):
        said = row.statement.said
        party = parties.get(row.statement.id)
        key = (
            origin_of(row, origins),
            party.id if party else None,
            row.stance,
            (said.start, said.end) if said and said.start else None,
        )
        if first_article.setdefault(key, row.article.id) == row.article.id:
            kept.append(row)
    return kept


def origin_of(row: Row, origins: Mapping[str, str]) -> str:
    """Return the origin of a statement: its own if it was taken over, or its article's."""
    own = origins.get(row.statement.id)
    return own or origins.get(row.article.id, row.article.id)


def _order(row: Row) -> tuple[date, date, str, int]:
    published = row.article.published or date.max
    return day_of(row) or date.max, published, row.article.id, row.statement.start


def _position(run: Sequence[Row], stance: Stance, parties: Mapping[str, Party]) -> Position:
    days = [d for d in map(day_of, run) if d]
    starts = [r.statement.said.start for r in run if r.statement.said and r.statement.said.start]
    party = parties[run[0].statement.id]
    side = party.side or next((p.side for p in map(_party_of, run) if p and p.side), None)
    return Position(
        party=party,
        side=side,
        stance=stance,
        # With no day of its own a statement was made by the day of its article: the start is open.
        start=min(starts) if len(starts) == len(run) else None,
        end=max(days) if days else None,
        statements=tuple(r.statement.id for r in run),
    )


def _party_of(row: Row) -> Party | None:
    return row.statement.party


def shifts(found: Sequence[Position], rows: Sequence[Row]) -> tuple[Shift, ...]:
    """Return where a party's consecutive positions differ, the later surely taken later."""
    by_id = {row.statement.id: row for row in rows}
    changed: list[Shift] = []
    for earlier, later in pairwise(found):
        if earlier.party is None or later.party is None or earlier.party.id != later.party.id:
            continue
        first = by_id[later.statements[0]]
        surely = all(_precedes(by_id[s], first) for s in earlier.statements)
        if earlier.stance is not later.stance and surely:
            changed.append(
                Shift(
                    party=later.party,
                    side=later.side or earlier.side,
                    from_stance=earlier.stance,
                    to_stance=later.stance,
                    statements=earlier.statements + later.statements,
                )
            )
    return tuple(changed)


def _precedes(earlier: Row, later: Row) -> bool:
    """Whether a statement was surely made before another.

    An article that appears on the day itself tells what was said until then; what was said on
    that day and only later articles tell came after it.
    """
    before, after = day_of(earlier), day_of(later)
    if before is None or after is None:
        return False
    in_print, next_print = earlier.article.published, later.article.published
    same_day = before == after and in_print == before
    return before < after or (same_day and next_print is not None and next_print > after)
