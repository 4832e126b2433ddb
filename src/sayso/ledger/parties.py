"""Who says something, counted, and what one party says."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import CTE, Connection, and_, func, select, union

from sayso.errors import NotFoundError
from sayso.ledger import decode
from sayso.ledger.lookup import chunks
from sayso.ledger.protocol import PartyCount, PartyMatter
from sayso.ledger.rows import with_children
from sayso.ledger.schema import account, article, evidence, matter, party, position, statement
from sayso.ledger.selects import LATEST_FIRST, ROWS, SAID
from sayso.ledger.words import plain
from sayso.model import Party, PartyKind, Row


def parties(connection: Connection) -> tuple[PartyCount, ...]:
    """Return each party on each side with the number of its statements, most statements first."""
    number = func.count().label("number")
    counted = (
        select(statement.c.party_id, statement.c.party_side, number)
        .where(statement.c.party_id.is_not(None))
        .group_by(statement.c.party_id, statement.c.party_side)
        .subquery()
    )
    # The statements are counted before they are joined: parties are far fewer.
    found = select(counted, party.c.name, party.c.name_key, party.c.kind).join(
        party, party.c.id == counted.c.party_id
    )
    # Ordered here: stores put names in different orders.
    return tuple(
        PartyCount(Party(r.party_id, r.name, PartyKind(r.kind), r.party_side), r.number)
        for r in sorted(
            connection.execute(found),
            key=lambda r: (-r.number, r.name_key, r.party_id, r.party_side or ""),
        )
    )


def party_of(connection: Connection, party_id: str) -> Party:
    """Return the party with this very id, without side and role. Raises NotFoundError."""
    found = connection.execute(select(party).where(party.c.id == plain(party_id))).one_or_none()
    if found is None:
        raise NotFoundError(
            f"The ledger holds no party {party_id[:80]!r}",
            remedy="Give its whole id, as a link to it holds it",
        )
    return Party(found.id, found.name, PartyKind(found.kind))


def party_matters(
    connection: Connection, party_ids: Sequence[str], *, limit: int, offset: int
) -> tuple[PartyMatter, ...]:
    """Return what parties speak of, that with the latest statement first; of no matter last."""
    told = _told_by(party_ids)
    last = func.max(SAID).label("last")
    counted = (
        select(told.c.matter_id, func.count().label("statements"), last)
        .join(statement, statement.c.number == told.c.number)
        .join(article, article.c.number == statement.c.article)
        .group_by(told.c.matter_id)
        .order_by(told.c.matter_id.is_(None), last.desc().nulls_last(), told.c.matter_id)
    )
    found = connection.execute(counted.limit(limit).offset(offset)).all()
    described = {
        record.id: decode.matter_of(record)
        for chunk in chunks(r.matter_id for r in found if r.matter_id is not None)
        for record in connection.execute(select(matter).where(matter.c.id.in_(chunk)))
    }
    return tuple(PartyMatter(described.get(r.matter_id), r.statements, r.last) for r in found)


def rows_of_party(
    connection: Connection, party_ids: Sequence[str], matter_id: str | None, *, limit: int
) -> tuple[Row, ...]:
    """Return the rows that show parties' minds on a matter, the latest first."""
    told = _told_by(party_ids, matter_id)
    wanted = ROWS.where(statement.c.number.in_(select(told.c.number))).order_by(*LATEST_FIRST)
    return with_children(connection, connection.execute(wanted.limit(limit)).all())


def _told_by(party_ids: Sequence[str], *of: str | None) -> CTE:
    """Return the numbers and matters of what parties say or what shows a position of theirs.

    ``of`` is the one matter that is asked for, by default all are.
    """
    ids = tuple(map(plain, party_ids))
    said = (
        select(statement.c.number, account.c.matter_id)
        .outerjoin(account, account.c.statement == statement.c.number)
        .where(statement.c.party_id.in_(ids), *(account.c.matter_id == matter for matter in of))
    )
    held = and_(
        position.c.matter_id == evidence.c.matter_id, position.c.ordinal == evidence.c.ordinal
    )
    shown = (
        select(evidence.c.statement, evidence.c.matter_id)
        .join(position, held)
        .where(
            evidence.c.shows == position.name,
            position.c.party_id.in_(ids),
            *(position.c.matter_id == matter for matter in of),
        )
    )
    return union(said, shown).cte("told")
