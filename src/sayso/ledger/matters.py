"""Matters and shifts out of the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    exists,
    false,
    func,
    or_,
    select,
    tuple_,
)

from sayso.errors import NotFoundError
from sayso.ledger import decode
from sayso.ledger.decode import Record
from sayso.ledger.index import STATEMENT_WORDS, matching
from sayso.ledger.lookup import chunks, full_id
from sayso.ledger.protocol import MatterCount, MatterFilter, ShiftRow
from sayso.ledger.rows import begins_words, in_place, meets, on_side, parties_named
from sayso.ledger.schema import (
    account,
    article,
    conflict,
    evidence,
    matter,
    party,
    position,
    shift,
    statement,
)
from sayso.ledger.selects import IN_SAYING_ORDER
from sayso.ledger.words import key_of, parse_query
from sayso.model import (
    Conflict,
    ConflictKind,
    Matter,
    Position,
    Shift,
    Stance,
    WeighedMatter,
    Weighing,
)

MATTERS_AT_ONCE = 100

# All in one direction, so that the index that holds them is read backwards.
MOST_CONTESTED = (
    matter.c.conflicts.desc(),
    matter.c.shifts.desc(),
    matter.c.origins.desc(),
    matter.c.articles.desc(),
    matter.c.statements.desc(),
    matter.c.id.desc(),
)

Evidence = Mapping[tuple[str, str, int], Sequence[str]]
"""Statement ids by matter id, what they show, and its ordinal."""


def read_matter(connection: Connection, matter_id: str) -> Matter:
    """Return the matter with this very id. Raises NotFoundError."""
    record = connection.execute(select(matter).where(matter.c.id == matter_id)).one_or_none()
    if record is None:
        raise NotFoundError(
            f"The ledger holds no matter {matter_id}", remedy="Save it before asking for it"
        )
    return decode.matter_of(record)


def weighed_matter(connection: Connection, ref: str) -> WeighedMatter:
    """Return a matter by its id or the beginning of it. Raises NotFoundError."""
    found = select(matter).where(matter.c.id == full_id(connection, "matter", ref))
    return _weighed(connection, connection.execute(found).all())[0]


def matters(connection: Connection, which: MatterFilter) -> Iterator[WeighedMatter]:
    """Yield the matters that a filter lets through, most contested first."""
    for part in _found(connection, which):
        yield from _weighed(connection, part)


def overview(connection: Connection, which: MatterFilter) -> Iterator[WeighedMatter]:
    """Yield the same matters without their statements' ids and what parties held before."""
    for part in _found(connection, which):
        yield from _weighed(connection, part, whole=False)


def matter_counts(connection: Connection, which: MatterFilter) -> Iterator[MatterCount]:
    """Yield the same matters with the numbers that are kept beside them."""
    for part in _found(connection, which):
        for record in part:
            yield MatterCount(decode.matter_of(record), record.conflicts, record.shifts)


def titles(connection: Connection, matter_ids: Iterable[str]) -> Mapping[str, str]:
    """Return the titles of matters, by id."""
    found: dict[str, str] = {}
    for chunk in chunks(tuple(dict.fromkeys(matter_ids))):
        query = select(matter.c.id, matter.c.title).where(matter.c.id.in_(chunk))
        found.update((record.id, record.title) for record in connection.execute(query))
    return found


def _found(connection: Connection, which: MatterFilter) -> Iterator[Sequence[Record]]:
    found = select(matter).where(*_conditions(connection, which)).order_by(*MOST_CONTESTED)
    if which.limit is not None:
        found = found.limit(max(0, which.limit))
    if which.offset > 0:
        found = found.offset(which.offset)
    streamed = connection.execute(found, execution_options={"yield_per": MATTERS_AT_ONCE})
    yield from streamed.partitions()


def shifts(
    connection: Connection, *, party_named: str | None, side: str | None, merged: Sequence[str]
) -> Iterator[ShiftRow]:
    """Yield shifts, that of the latest day first; those without a day come last."""
    found = (
        select(shift, party.c.kind.label("party_kind"))
        .join(party, party.c.id == shift.c.party_id)
        .order_by(shift.c.day.desc().nulls_last(), shift.c.matter_id, shift.c.ordinal)
    )
    if party_named is not None:
        found = found.where(shift.c.party_id.in_(parties_named(party_named, merged)))
    if side is not None:
        found = found.where(on_side(shift.c.side, side))
    streamed = connection.execute(found, execution_options={"yield_per": MATTERS_AT_ONCE})
    for part in streamed.partitions():
        ids = {record.matter_id for record in part}
        described = select(matter).where(matter.c.id.in_(ids))
        of_id = {r.id: decode.matter_of(r) for r in connection.execute(described)}
        shown = _evidence(connection, ids)
        for record in part:
            yield ShiftRow(of_id[record.matter_id], _shift(record, shown))


def _conditions(connection: Connection, which: MatterFilter) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [matter.c.statements >= which.least]
    if which.contested:
        wanted.append(matter.c.conflicts > 0)
    if which.shifted:
        wanted.append(matter.c.shifts > 0)
    if which.party is not None:
        named = parties_named(which.party, which.merged)
        wanted.append(
            or_(_told(statement.c.party_id.in_(named)), _held(position.c.party_id.in_(named)))
        )
    if which.side is not None:
        wanted.append(
            or_(
                _told(on_side(statement.c.party_side, which.side)),
                _held(on_side(position.c.side, which.side)),
            )
        )
    if which.place is not None:
        wanted.append(in_place(matter.c.place_key, matter.c.place_country, which.place))
    if which.act is not None:
        wanted.append(_told(statement.c.act == which.act.value))
    if which.outlet is not None:
        wanted.append(_printed_by(which.outlet))
    if which.text is not None:
        wanted.append(_worded(connection, which.text))
    wanted.extend(meets(matter.c.since, matter.c.until, which.since, which.until))
    return wanted


def _told(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition that one of the matter's statements is such."""
    return exists().where(
        account.c.matter_id == matter.c.id,
        statement.c.number == account.c.statement,
        condition,
    )


def _printed_by(outlet: str) -> ColumnElement[bool]:
    """Return the condition that one of the matter's statements stands in an outlet's article."""
    printed = select(article.c.number).where(begins_words(article.c.outlet_key, key_of(outlet)))
    return _told(statement.c.article.in_(printed))


def _held(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition that one of the positions on the matter is such."""
    return exists().where(position.c.matter_id == matter.c.id, condition)


def _worded(connection: Connection, text: str) -> ColumnElement[bool]:
    """Return the condition that the title, or one of the statements, holds all words."""
    query = parse_query(text)
    if not query:
        return false()
    padded = " " + matter.c.title_key + " "
    in_title = and_(*(padded.contains(f" {' '.join(term)} ", autoescape=True) for term in query))
    told = matching(connection, STATEMENT_WORDS, query)
    return or_(
        in_title,
        matter.c.id.in_(select(account.c.matter_id).where(account.c.statement.in_(told))),
    )


def _weighed(
    connection: Connection, found: Sequence[Record], *, whole: bool = True
) -> tuple[WeighedMatter, ...]:
    ids = [record.id for record in found]
    named = ids if whole else ()
    shown = _evidence(connection, named)
    told = _statements(connection, named)
    positions = _parts(connection, position, ids, last_only=not whole)
    changes = _parts(connection, shift, ids)
    conflicts = _parts(connection, conflict, ids)
    return tuple(
        WeighedMatter(
            decode.matter_of(record),
            tuple(told[record.id]),
            Weighing(
                positions=tuple(_position(r, shown) for r in positions[record.id]),
                shifts=tuple(_shift(r, shown) for r in changes[record.id]),
                conflicts=tuple(_conflict(r, shown) for r in conflicts[record.id]),
                articles=record.articles,
                origins=record.origins,
            ),
        )
        for record in found
    )


def _statements(connection: Connection, matter_ids: Iterable[str]) -> Mapping[str, Sequence[str]]:
    told: defaultdict[str, list[str]] = defaultdict(list)
    query = (
        select(account.c.matter_id, statement.c.id)
        .join(statement, statement.c.number == account.c.statement)
        .join(article, article.c.number == statement.c.article)
        .order_by(*IN_SAYING_ORDER)
    )
    for chunk in chunks(matter_ids):
        for record in connection.execute(query.where(account.c.matter_id.in_(chunk))):
            told[record.matter_id].append(record.id)
    return told


def _evidence(connection: Connection, matter_ids: Iterable[str]) -> Evidence:
    shown: defaultdict[tuple[str, str, int], list[str]] = defaultdict(list)
    query = (
        select(evidence.c.matter_id, evidence.c.shows, evidence.c.ordinal, statement.c.id)
        .join(statement, statement.c.number == evidence.c.statement)
        .order_by(evidence.c.matter_id, evidence.c.shows, evidence.c.ordinal, evidence.c.place)
    )
    for chunk in chunks(matter_ids):
        for record in connection.execute(query.where(evidence.c.matter_id.in_(chunk))):
            shown[record.matter_id, record.shows, record.ordinal].append(record.id)
    return shown


def _parts(
    connection: Connection,
    table: Table,
    matter_ids: Iterable[str],
    *,
    last_only: bool = False,
) -> Mapping[str, Sequence[Record]]:
    """Return the rows of positions, shifts or conflicts by matter, in order.

    ``last_only`` leaves out all but the last row of each party.
    """
    parts: defaultdict[str, list[Record]] = defaultdict(list)
    query = select(table).order_by(table.c.matter_id, table.c.ordinal)
    if "party_id" in table.c:
        query = query.add_columns(party.c.kind.label("party_kind")).outerjoin_from(
            table, party, party.c.id == table.c.party_id
        )
    for chunk in chunks(matter_ids):
        wanted = query.where(table.c.matter_id.in_(chunk))
        if last_only:
            last = (
                select(table.c.matter_id, func.max(table.c.ordinal))
                .where(table.c.matter_id.in_(chunk))
                .group_by(table.c.matter_id, table.c.party_id)
            )
            wanted = wanted.where(tuple_(table.c.matter_id, table.c.ordinal).in_(last))
        for record in connection.execute(wanted):
            parts[record.matter_id].append(record)
    return parts


def _position(record: Record, shown: Evidence) -> Position:
    return Position(
        party=decode.party_of(record),
        side=record.side,
        stance=Stance(record.stance),
        start=record.since,
        end=record.until,
        statements=tuple(shown[record.matter_id, position.name, record.ordinal]),
    )


def _shift(record: Record, shown: Evidence) -> Shift:
    return Shift(
        party=decode.known_party_of(record),
        side=record.side,
        from_stance=Stance(record.from_stance),
        to_stance=Stance(record.to_stance),
        statements=tuple(shown[record.matter_id, shift.name, record.ordinal]),
    )


def _conflict(record: Record, shown: Evidence) -> Conflict:
    return Conflict(
        kind=ConflictKind(record.kind),
        sides=tuple(record.sides),
        statements=tuple(shown[record.matter_id, conflict.name, record.ordinal]),
    )
