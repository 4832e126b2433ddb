"""Store what was weighed on a matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from sqlalchemy import Connection, delete, insert, update

from sayso.errors import NotFoundError
from sayso.ledger import encode
from sayso.ledger.encode import Values
from sayso.ledger.lookup import numbers_of
from sayso.ledger.schema import conflict, evidence, matter, party, position, shift
from sayso.ledger.upsert import insert_new
from sayso.model import Conflict, Position, Shift, Weighing


def save_weighing(connection: Connection, matter_id: str, weighing: Weighing) -> None:
    """Store what was weighed on a matter in place of what was weighed before.

    Raises NotFoundError for a matter, LedgerError for a statement that is not there.
    """
    counted = connection.execute(
        update(matter)
        .where(matter.c.id == matter_id)
        .values(
            conflicts=len(weighing.conflicts),
            shifts=len(weighing.shifts),
            origins=weighing.origins,
            articles=weighing.articles,
            changed=0,
        )
    )
    if counted.rowcount == 0:
        raise NotFoundError(
            f"The ledger holds no matter {matter_id}", remedy="Save the matter before its weighing"
        )
    told = chain(
        (s for held in weighing.positions for s in held.statements),
        (s for change in weighing.shifts for s in change.statements),
        (s for found in weighing.conflicts for s in found.statements),
    )
    numbers = numbers_of(connection, "statement", told)
    parties = [held.party for held in weighing.positions if held.party is not None]
    parties += [change.party for change in weighing.shifts]
    for table in (evidence, conflict, shift, position):
        connection.execute(delete(table).where(table.c.matter_id == matter_id))
    party_rows = list({p.id: encode.party_row(p) for p in parties}.values())
    encode.check_storable(party_rows, f"The weighing of matter {matter_id}")
    insert_new(connection, party, party_rows)
    for table, rows in (
        (position, list(_positions(weighing.positions))),
        (shift, list(_shifts(weighing))),
        (conflict, list(_conflicts(weighing.conflicts))),
        (evidence, list(_evidence(weighing, numbers))),
    ):
        encode.check_storable(rows, f"The weighing of matter {matter_id}")
        if rows:
            connection.execute(insert(table), [{"matter_id": matter_id, **row} for row in rows])


def _positions(positions: Iterable[Position]) -> Iterator[Values]:
    for ordinal, held in enumerate(positions):
        yield {
            "ordinal": ordinal,
            **encode.party_values(held.party),
            "side": held.side,
            "stance": held.stance.value,
            "since": held.start,
            "until": held.end,
        }


def _shifts(weighing: Weighing) -> Iterator[Values]:
    for ordinal, change in enumerate(weighing.shifts):
        yield {
            "ordinal": ordinal,
            **encode.party_values(change.party),
            "side": change.side,
            "from_stance": change.from_stance.value,
            "to_stance": change.to_stance.value,
            "day": _day(change, weighing.positions),
        }


def _day(change: Shift, positions: Sequence[Position]) -> date | None:
    """Return the day of the later position: the last one of this party, stance and evidence."""
    shown = set(change.statements)
    days = [
        held.start or held.end
        for held in positions
        if held.party is not None
        and held.party.id == change.party.id
        and held.stance is change.to_stance
        and not shown.isdisjoint(held.statements)
    ]
    return max((day for day in days if day is not None), default=None)


def _conflicts(conflicts: Iterable[Conflict]) -> Iterator[Values]:
    for ordinal, found in enumerate(conflicts):
        yield {"ordinal": ordinal, "kind": found.kind.value, "sides": list(found.sides)}


def _evidence(weighing: Weighing, numbers: Mapping[str, int]) -> Iterator[Values]:
    parts: tuple[tuple[str, Sequence[Position | Shift | Conflict]], ...] = (
        (position.name, weighing.positions),
        (shift.name, weighing.shifts),
        (conflict.name, weighing.conflicts),
    )
    for shows, shown in parts:
        for ordinal, part in enumerate(shown):
            for place, statement_id in enumerate(part.statements):
                yield {
                    "shows": shows,
                    "ordinal": ordinal,
                    "place": place,
                    "statement": numbers[statement_id],
                }
